"""Records of what was done -> Counts: registers as data, counting rules as dated data, and the count with its reasons."""
