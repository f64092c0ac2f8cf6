"""The parts that layouts share: the head's rows, the money, the means, the cabinet's decisions, the page."""
