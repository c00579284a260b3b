-c
import sys\nprint(sys.stdin.encoding, sys.stdin.errors, sys.stderr.errors)
