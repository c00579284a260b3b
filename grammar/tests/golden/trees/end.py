if a:
  b

class A:
  pass
  x = 1
if 1:
    y \
  = 2