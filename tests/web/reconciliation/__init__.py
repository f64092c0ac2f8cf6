"""Tests of the pages of a sheet beside the outside books."""
