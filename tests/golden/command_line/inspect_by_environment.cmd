-c
y = 1
