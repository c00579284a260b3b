# a comment first


x = 1  # fine

# the next line fails
y = x.nothing  # here
