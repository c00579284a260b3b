"""-OO leaves docstrings out too."""
