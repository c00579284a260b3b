from os import (path, sep
print(sep)
