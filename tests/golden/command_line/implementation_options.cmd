-X
utf8
-X
mine=a=b
-Xother
-X
int_max_str_digits=700
-c
import sys; print(sys.flags, sys.warnoptions, sys._xoptions, sys.path[:1], sep="\n")\ntry: str(10**701)\nexcept ValueError as e: print(e)
