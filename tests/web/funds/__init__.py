"""The pages of funds."""
