-I
-S
-c
import sys; print(sys.flags.isolated, sys.flags.no_site, sys.flags.ignore_environment, "" in sys.path)
