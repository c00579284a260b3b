"""PYTHONIOENCODING with error handling only."""
