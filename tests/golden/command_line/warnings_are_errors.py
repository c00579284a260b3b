"""-W error."""
