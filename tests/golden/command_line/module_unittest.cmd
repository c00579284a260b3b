-m
unittest
-q
cases
