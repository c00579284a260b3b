def f():
# only a comment
print("never printed")
