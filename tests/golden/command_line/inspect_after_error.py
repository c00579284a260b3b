"""-i: the prompt follows an error."""
