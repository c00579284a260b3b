-I
-c
import sys; print(sys.flags, sys.warnoptions, sys._xoptions, sys.path[:1], sep="\n")
