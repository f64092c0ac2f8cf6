"""The registers: what was done, as it is entered, and the numbers counted from it."""
