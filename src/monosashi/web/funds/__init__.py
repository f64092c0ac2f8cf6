"""The pages of funds: their list, and one fund with its KPIs, milestones and accounts."""
