x = '\d'
  y = 1
z = '\q'
