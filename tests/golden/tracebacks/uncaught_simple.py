"""The plainest uncaught exception: frames from module to function, exit status 1."""
def outer(items):
    total = 0
    for item in items:
        total += inner(item)
    return total

def inner(item):
    scale = 10
    return item / scale

print("before")
outer([1, 2, "three"])
print("never")
