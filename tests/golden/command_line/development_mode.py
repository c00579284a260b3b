"""-X dev."""
