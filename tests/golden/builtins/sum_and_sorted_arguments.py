class F(float): pass
class I(int): pass
for l in ([1,.1]*5,[True,.1]*5,[.1]*10,[.1,1]*5,[.1]*3+[1]+[.1]*7,[.1,2**70,.1,-2**70],[.1,2**53+1,.1],[1e16,1,1,1,1.0],[.1,I(1),.1],[.1,F(.1),.1,.2],[F(.1)]*10,[1e308,1e308],[.1,10**400],[1,2,.1,.2,3,.3],[.1]*10+[1j]+[.1]*10,[1j]+[.1]*10,[1j,1,.1,.1,.1,2,.3],[1j,.1,2**60,.1],[.1,True,.1,.1],[1e16,1,-1e16,1.],[float('inf'),.1,1],[float('nan'),1],[-0.0],[-0.0,-0.0],[-0.0,0],[1e-320]*3,[.1,2**62,.1,2**63,.1]):
    for start in ((), (0,), (.1,), (1,), (1j,), (-0.0,)):
        try: print(repr(sum(l,*start)), end=' ')
        except Exception as e: print(type(e).__name__, e, end=' ')
    print()
for f in (lambda: sorted(), lambda: sorted(key=len), lambda: sorted([],1), lambda: sorted(1,2,3), lambda: sorted([], foo=1), lambda: sorted(iterable=[]), lambda: sorted(foo=1,key=1), lambda: sum(), lambda: sum(start=1), lambda:sorted([1],key=1,reverse=[]), lambda: max(key=len), lambda: min(), lambda: [].sort(1), lambda: [].sort(foo=1), lambda: [].sort(iterable=1), lambda: sorted(reverse=1,key=None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
