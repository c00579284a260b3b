class A:
    value = None


a = A()
a.value += 1
