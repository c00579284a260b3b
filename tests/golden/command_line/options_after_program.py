"""What looks like an option behind the program is none."""
import sys

print(sys.argv)
