f'{x!rw y}'
