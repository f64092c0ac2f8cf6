"""Funds of the state and private companies: how their KPIs and accounts stand, by the records of their ministry."""
