"""Writing sheets: part by part, grids, drafts, conflicts, new sheets."""
