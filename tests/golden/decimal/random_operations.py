"""Random operations on decimals in contexts of all kinds: results and flags."""
import random
from decimal import *
r = random.Random(7)
N = 1500
ctxs=[Context(prec=28),Context(prec=9,rounding=ROUND_HALF_UP,traps=[]),Context(prec=3,Emin=-5,Emax=5,traps=[]),Context(prec=50,rounding=ROUND_FLOOR,traps=[]),Context(prec=5,Emin=-10,Emax=10,clamp=1,rounding=ROUND_UP,traps=[]),
 Context(prec=16,rounding=ROUND_05UP,traps=[]),Context(prec=7,rounding=ROUND_CEILING,traps=[Inexact]),Context(prec=12,rounding=ROUND_HALF_DOWN,traps=[Rounded]),Context(prec=1,rounding=ROUND_DOWN,traps=[]),Context(prec=40,rounding=ROUND_HALF_EVEN,traps=[])]
class Sub(Decimal): pass
def num():
    k=r.randrange(14)
    if k==0: return Decimal(r.choice(['0','-0','0E5','0E-7','NaN','-sNaN','Inf','-Inf','1E+30','-1E-30','9.99','5','-5','0.5','1.5','2.5']))
    if k==1: return r.randrange(-1000,1000)
    if k==2: return Decimal(r.randrange(-10**r.randrange(1,60),10**r.randrange(1,60)+10**60))
    if k==3: return Sub(str(r.randrange(1000)))
    if k==4: return 10**r.randrange(40)
    s=r.choice(['','-','+'])+''.join(r.choice('0123456789') for _ in range(r.randrange(1,r.choice([4,12,30,45]))))
    if r.random()<.7: s+='.'+''.join(r.choice('0059') if r.random()<.3 else r.choice('0123456789') for _ in range(r.randrange(0,r.choice([4,12,30]))))
    if r.random()<.3: s+=r.choice('eE')+str(r.randrange(-20,20))
    return Decimal(s)
ops=['+','-','*','/','//','%','<','<=','==','!=','>','>=','**']
def go(f):
    try:
        x=f()
        return type(x).__name__+':'+str(x)
    except Exception as e:
        return type(e).__name__+' '+str(e)
for i in range(N):
    c=r.choice(ctxs).copy(); c.clear_flags(); setcontext(c)
    a,b=num(),num()
    if not isinstance(a,Decimal) and not isinstance(b,Decimal): b=Decimal(b)
    k=r.randrange(20)
    if k<12: 
        op=r.choice(ops[:12]); res=op+' '+go(lambda: eval('a %s b'%op))
    elif k<14: 
        m=r.choice([None,ROUND_HALF_UP,ROUND_DOWN,ROUND_UP,ROUND_CEILING,'bad']); q=r.choice([Decimal('.01'),Decimal('1'),Decimal('1E1'),Decimal('1E-9'),0,Decimal('0.000'),Decimal('Inf')])
        res='q '+go(lambda: Decimal(a).quantize(q,m)) if r.random()<.8 else 'q2 '+go(lambda: c.quantize(Decimal(a),q))
    elif k==14: res='n '+go(lambda: -Decimal(a))+go(lambda: +Decimal(a))+go(lambda: abs(Decimal(a)))
    elif k==15: res='h '+go(lambda: hash(Decimal(a)) if not Decimal(a).is_nan() else 0)+go(lambda: bool(Decimal(a)))
    elif k==16: res='s '+go(lambda: repr(Decimal(a)))+go(lambda: Decimal(a).to_eng_string())+go(lambda: format(Decimal(a),'.3f'))
    elif k==17: res='i '+go(lambda: int(Decimal(a)))+go(lambda: float(Decimal(a)))+go(lambda: round(Decimal(a),2))
    elif k==18: res='m '+go(lambda: c.add(a,b))+go(lambda: c.divide(a,b))+go(lambda: c.multiply(a,b))+go(lambda: c.subtract(a,b))+go(lambda: Decimal(a).fma(b,3))+go(lambda: Decimal(a).next_plus())
    else: res='f '+go(lambda: Decimal(a).sqrt())+go(lambda: sum([Decimal(a),Decimal(b)]))+go(lambda: max(Decimal(a),Decimal(b)))
    print(i,repr(a),repr(b),res,sorted(s.__name__ for s,v in c.flags.items() if v))
