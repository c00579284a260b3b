-m
plain
x
