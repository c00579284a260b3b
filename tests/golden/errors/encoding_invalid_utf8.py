x = 1
name = 'ÿþ'
