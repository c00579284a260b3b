import os
import sys

print(__name__, __package__, __spec__.name, os.path.basename(__file__), sys.argv[1:], os.path.basename(sys.argv[0]))
