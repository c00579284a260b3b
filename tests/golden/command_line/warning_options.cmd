-Werror::UserWarning
-W
once
-b
-X
dev
-c
import sys; print(sys.flags, sys.warnoptions, sys._xoptions, sys.path[:1], sep="\n")
