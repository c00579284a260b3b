import sys
sys.exit("could not continue")
