"""sys.exit(3): no traceback, finally blocks and output are kept."""
import sys
try:
    print("exiting")
    sys.exit(3)
finally:
    print("finally")
