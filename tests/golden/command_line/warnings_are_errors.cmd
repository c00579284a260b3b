-W
error
-c
import warnings\nwarnings.warn("careful")
