"""-m with a module of a package."""
