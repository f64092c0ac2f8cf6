"""What the invented sheets say. No ministry, value or sentence is anyone's."""
