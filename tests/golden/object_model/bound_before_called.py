class A(list):
    c=list.append
    __getattr__ = lambda self,n: 5
class B(list):
    c=list.append
class C(list):
    c=list.append
    def __getattribute__(self,n): return object.__getattribute__(self,n)
def call(o):
    try: o.c()
    except TypeError as e: print(e)
def call2(o):
    try: o.append()
    except TypeError as e: print(e)
def call3(o):
    try: o.append(1,2)
    except TypeError as e: print(e)
def call4(o):
    try: o.insert(1,2,3)
    except TypeError as e: print(e)
def call5(o):
    try: o.index(x=3)
    except TypeError as e: print(e)
def call6(o):
    try: o.sort(1)
    except TypeError as e: print(e)
for c in A,B,C:
    for f in call,call2,call3,call4,call5,call6:
        for i in range(3): f(c())
