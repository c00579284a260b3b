"""sys.exit with a message prints it on stderr and exits with 1."""
import sys
def leave(): sys.exit(["a", "message", 5])
leave()
