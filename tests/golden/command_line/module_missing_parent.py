"""-m with a package that is not there."""
