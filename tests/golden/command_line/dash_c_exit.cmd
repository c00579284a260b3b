-c
import sys; print("out"); sys.exit(5)
