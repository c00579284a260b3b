-q
-Wignore
-c
import sys; print(sys.orig_argv[1:], sys.argv)
x
-c
