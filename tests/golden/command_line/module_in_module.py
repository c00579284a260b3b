"""-m with a part of what is no package."""
