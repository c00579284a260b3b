"""What is written to both streams comes out in order where they are one."""
import os
import sys

sys.stdout.write("no newline")
sys.stderr.write("error\n")
print()
os.write(1, b"raw\n")
print("last")
