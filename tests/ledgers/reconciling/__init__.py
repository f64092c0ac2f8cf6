"""Tests of laying a sheet beside the outside books."""
