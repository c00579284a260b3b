-m
tool
a
-b
