"""-I implies others."""
