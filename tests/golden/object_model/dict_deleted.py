"""Deleting __dict__ empties it; a new one grows."""
class C: pass
c = C()
c.a = 1
old = c.__dict__
del c.__dict__
print(old, c.__dict__, c.__dict__ is old)
c.b = 2
print(c.__dict__)
def f(): pass
f.a = 1
try:
    del f.__dict__
except TypeError as e:
    print(e)
try:
    del C.__dict__
except AttributeError as e:
    print(e)
