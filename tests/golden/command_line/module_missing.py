"""-m with a module that is not there."""
