import circular_c

print(circular_c.value)
