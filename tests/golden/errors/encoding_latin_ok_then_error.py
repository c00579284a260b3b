# coding: latin-1
name = 'été'
print(name + 5)
