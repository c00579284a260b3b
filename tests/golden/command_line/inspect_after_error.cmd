-i
-q
-c
x = 20\n1/0
