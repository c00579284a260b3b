import sys
import helper
print("app", __name__, __package__, __spec__ is not None, len(sys.argv), sys.argv[1:], helper.NAME)
print(sys.path[0].rsplit("/", 1)[-1], __file__.rsplit("/", 2)[-2:])
