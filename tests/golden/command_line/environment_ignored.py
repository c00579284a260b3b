"""-E hides the variables."""
