import math
math(2)
