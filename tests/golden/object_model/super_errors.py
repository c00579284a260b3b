"""What super() says when it can't work."""
class A: pass
class B(A):
    def no_args(): return super()
    def deleted(self):
        del self
        return super()
    def rebound(self):
        self = 5
        return super()
    def two(*args): return super()
    def lone(self): return [super() for x in [1]]
def outside(self): return super()
def report(f):
    try:
        print(type(f()).__name__)
    except Exception as e:
        print(type(e).__name__, e)
b = B()
report(B.no_args)
report(b.deleted)
report(b.rebound)
report(lambda: b.two())
report(b.lone)
report(lambda: outside(b))
report(lambda: super(5))
report(lambda: super(B, 5))
report(lambda: super(B, A))
report(lambda: super(A, B, 1))
report(lambda: super(A, x=1))
report(lambda: super(B, None))
report(lambda: super(int, True))
