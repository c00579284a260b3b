"""Line structure: continuations, semicolons, comments, blank lines, form feeds, odd indentation."""
x = 1; y = 2 ; z = x \
    + y
print(x, y, z); print("same line"); 
if x: print("one-line if"); print("still inside")
if x:
        print("eight")
elif y:
  print("two")
else:
	print("tab")
for i in 1, 2: print(i, end=" "); print("|", end=" ")
print()
total = (1 +
# a comment in brackets
    2 +

    3
)
print(total)
def f(a,   # first
      b=[
   1, 2   ],
      ): return a, b
print(f(1))

class C: pass
class D: x = 1; y = 2
print(D.x + D.y)
if True:
    if True:
            if True:
                print("deep")
            # odd comment
    # another
  # and another
    print("back")
while x: x -= 1; print("loop", x)
text = "a" \
    "b" \
"c"
print(text)
lambda_result = (lambda a,
                 b: a +
                 b)(1, 2)
print(lambda_result)
assert (1,
        2)[0]
print([
    1,
    2
  ][
0
])
try: print("try")
finally: print("finally")
with open(__file__) as f: print(f.readline().strip()[:8])
if not \
        False:
    print("continued condition")
print("end")  # no newline follows
