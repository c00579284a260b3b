"""-m with a package."""
