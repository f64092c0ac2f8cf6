"""Recording: registers of what was done, kept and worked on in the office."""
