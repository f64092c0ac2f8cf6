"""People: accounts, organisations, signing in, and the tokens of programs."""
