import circular_d

value = 1
