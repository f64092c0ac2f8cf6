"""monosashi."""
