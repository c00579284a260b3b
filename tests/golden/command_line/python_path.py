"""PYTHONPATH and sys.path."""
import os
import sys

print([os.path.basename(folder) for folder in sys.path[:4]][:3])
import tool
