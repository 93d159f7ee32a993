"""Statistics over evidence and results: pure functions that say a number; charts and tables put it into words."""
