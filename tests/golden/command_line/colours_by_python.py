"""PYTHON_COLORS outweighs NO_COLOR."""
import math

math.no_such_name
