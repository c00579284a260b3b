"""How often, and where, the truth of operands is asked for."""
import traceback
class B:
    def __init__(s,v,n): s.v=v; s.n=n
    def __bool__(s): print('bool',s.n,end=" "); return s.v
    def __lt__(s,o): print('lt',end=" "); return B(s.v,s.n+"<"+o.n)
    def __contains__(s,o): return 5
import itertools
t,f=B(True,"t"),B(False,"f")
src=["a<b<c","a<b","a or b","a and b","a or b and c","not (a or b)","not (a and b)","not a","not not (a or b)","not (a<b<c)","not (a<b or c)","(a if b else c)","not (a if b else c)","(a or b) and c","(a<b<c) or b","not ((a or b) and c)","a<b<c<a","((a or b) if (b or c) else (a and c))","not (a<b)","(not a) or b","not (not a or b)"]
for s in src:
    for a,b,c in itertools.product((t,f),repeat=3):
        for form in ("x = {}","if {}: x=1\nelse: x=2","x = 1 if {} else 2","x=[1 for q in (1,) if {}]","while {}:\n  x=3; break","x = not ({})","assert {}","def g(): return {}\nx=g()","x = ({}) or 5","x = 5 and ({})","if not ({}): x=1\nelse: x=2","x=(lambda: {})()","def g(): return not ({})\nx=g()"):
            ns=dict(a=a,b=b,c=c,x=None)
            try: exec(form.format(s),ns); r=ns["x"]; r=getattr(r,"n",r)
            except AssertionError: r="AE"
            print("|",s,a.n,b.n,c.n,form.split("{")[0],r)
class Fails:
    def __bool__(s): 1/0
b = Fails()
class L:
    def __lt__(s,o): return b
l=L()
for src in ("not (b or 1)","not b","not not b","not (1 and b)","not (l<l)","not (l<l<l)","not (l<l or 2)","1 if not (b or 1) else 2","1 if l<l<l else 2","l<l<l","(l<l<l) or 1","not (b if 1 else 2)", "1 if not not (l<l) else 2"):
    try: exec("x = (\n  "+src+"\n)")
    except ZeroDivisionError as e:
        fs=traceback.extract_tb(e.__traceback__)
        print(src,[ (f.lineno,f.colno,f.end_colno) for f in fs if f.filename=="<string>"])
