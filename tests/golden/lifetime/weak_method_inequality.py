import weakref


class Equal(weakref.WeakMethod):
    def __eq__(self, other):
        print("asked")
        return True


class C:
    def m(self):
        pass


c = C()
print(Equal(c.m) != Equal(c.m), Equal(c.m) != weakref.WeakMethod(c.m))
print(weakref.WeakMethod(c.m) != Equal(c.m), Equal(c.m) != 3, Equal(C().m) != Equal(c.m))
