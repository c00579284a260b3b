f'{x!rw}'
