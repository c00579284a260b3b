"""The option and its variable: the higher level."""
