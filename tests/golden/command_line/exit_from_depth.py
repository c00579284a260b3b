"""sys.exit() passes finally blocks and atexit."""
import atexit
import sys

atexit.register(print, "at exit")


def leave():
    try:
        sys.exit(9)
    finally:
        print("finally")


leave()
