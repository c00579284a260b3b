print("about to fail")
import sys
print(__name__ in sys.modules)
1 / 0
