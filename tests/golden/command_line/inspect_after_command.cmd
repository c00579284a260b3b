-i
-c
x = 20
