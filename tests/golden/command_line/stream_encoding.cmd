-c
import sys\nprint(sys.stdout.encoding, sys.stdout.errors, sys.stderr.errors)\nprint("\u00e9\u20ac")\nprint("\u20ac", file=sys.stderr)
