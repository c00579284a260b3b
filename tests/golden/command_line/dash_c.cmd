-c
import sys; print(sys.argv, __name__, __spec__, "__file__" in globals()); x = 5\nprint(x)
one
-two
