f'{x!rw!s}'
