"""PYTHON_COLORS outweighs NO_COLOR."""
import os

os.no_such_name
