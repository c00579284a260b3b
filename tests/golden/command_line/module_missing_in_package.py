"""-m with a part that is not there."""
