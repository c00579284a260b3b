x = '\d'
f() = 1
0x1for x in y
z = '\q'
