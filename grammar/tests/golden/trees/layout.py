
# comment first
if a:
	b
	if c:
	        d
	e

  # badly indented comment
if a:

    b

    # comment

    c
        # comment
# comment
    d
def f(
    a,
  # comment
    b,  # comment
):
  return (a,
b
    )
class A:
    x = [
        1,

        2
    ]
    def f(self): pass

    def g(self):
        pass ; pass
if a: pass
elif \
    b: pass
x = """
  not indented
""" + '''
'''
if x:
      y
      
z
for a in b:
    if c:
        d
e
