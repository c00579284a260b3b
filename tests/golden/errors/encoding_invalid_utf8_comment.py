# café
print('x')
