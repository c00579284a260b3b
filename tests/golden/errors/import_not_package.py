import math.sqrt
