x = 1
  0x1for x in y
