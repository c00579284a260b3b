"""The status of sys.exit()."""
import sys

print("out")
sys.exit(True)
