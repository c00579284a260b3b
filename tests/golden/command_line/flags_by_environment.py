"""Variables that stand for options."""
