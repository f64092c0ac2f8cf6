"""Mutation testing (``make mutants``): each small change to the rules that decide must make a test fail."""
