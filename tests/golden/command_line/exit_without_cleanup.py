"""os._exit() does nothing more."""
import atexit
import os
import sys

atexit.register(print, "never")
print("flushed")
sys.stdout.flush()
print("lost")
os._exit(6)
