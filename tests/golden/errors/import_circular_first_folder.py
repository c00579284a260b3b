# The message says so though the module lies in the first folder of sys.path.
import sys

sys.path.insert(0, "_modules")
import circle_one
