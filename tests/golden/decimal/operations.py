"""Decimal numbers and contexts: every operation on many kinds of operands."""
from decimal import *
import decimal, random, math
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
D=Decimal
print(getcontext())
vals="0 -0 1 -1.50 123.456 1E+5 99999999999999999999999999999 7 1E-999999 -Infinity NaN sNaN 2.5".split()
import operator
ops=[operator.add,operator.sub,operator.mul,operator.truediv,operator.floordiv,operator.mod,divmod]
for a in vals:
    for b in vals:
        for op in ops:
            try: r=op(D(a),D(b))
            except Exception as e: r=type(e).__name__+str(e)
            print(a,op.__name__,b,r)
for a in vals:
    for name in "__neg__ __pos__ __abs__ sqrt normalize to_integral_value to_integral_exact to_eng_string as_tuple adjusted is_normal is_subnormal number_class logb next_plus next_minus exp ln log10 __int__ __float__ __round__ __floor__ __ceil__ as_integer_ratio copy_negate is_signed __bool__ __hash__".split():
        if name=='__hash__' and 'NaN' in a: continue
        if name in('__int__','__round__','__floor__','__ceil__','as_integer_ratio') and ('999999' in a or '10000' in a): continue
        try: r=getattr(D(a),name)()
        except Exception as e: r=type(e).__name__+str(e)
        print(a,name,r)
    for b in vals:
        for name in "compare compare_total compare_signal max min max_mag min_mag same_quantum quantize remainder_near next_toward scaleb shift rotate copy_sign __eq__ __lt__ logical_and".split():
            try: r=getattr(D(a),name)(D(b))
            except Exception as e: r=type(e).__name__+str(e)
            print(a,name,b,r)
for a,b in [("2","10"),("2","-1"),("2","0.5"),("4","0.5"),("10","-3"),("1.1","100"),("0.5","3"),("-2","3"),("-2","0.5"),("0","0"),("0","-1"),("Infinity","2"),("1","Infinity"),("1.0","5"),("2","Infinity"),("9","1.5"),("2","1E6"),("2","1E10"),("0.99","1E10"),("1.000000001","3.3"),("7","7.7"),("1E5","0.2"),("1","0.5"),("3","-2"),("8","-0.3333"),("16","-0.25"),("1.5","2"),("10","30"),("10.00","2"),("2.0","3")]:
    t(lambda: D(a)**D(b))
t(lambda: pow(D(3),D(5),D(7))); t(lambda: D(3).fma(4,5)); t(lambda: D(1)/3+D("0.1")); t(lambda: D(5)**2); t(lambda: 2**D("0.5")); t(lambda: 1-D("0.9")); t(lambda: D("1.5")==1.5); t(lambda: D("0.1")==0.1); t(lambda: D("1")<2.5); t(lambda: D("1")=="1"); t(lambda: D(0.1)); t(lambda: D.from_float(0.1)); t(lambda: D((0,(1,2,3),-2))); t(lambda: D([1,[4],'F'])); t(lambda: D("abc")); t(lambda: D(" 1_000.5 ")); t(lambda: D(None)); t(lambda: D(1)/0); t(lambda: D(0)/0); t(lambda: D((1,2))); t(lambda: D("1e99999999999999999999"))
for s in ["",".2f","10.3f","<10","^10","+.1e",",","_.2f","010.2f",".0%","e","E","g","G",".3g","n","#.0f","z.1f","x","=+12,.2f","*>12",".5","0=15,"]:
    for v in ["1234567.891","-0.04","0","1E+10","1.5E-8","NaN","-Infinity","0.000001","100"]:
        t(lambda: format(D(v),s))
with localcontext() as ctx:
    ctx.prec=5
    t(lambda: D("1.23456789")+0); t(lambda: D(2).sqrt()); t(lambda: D("123456789").quantize(D("1"))); print(ctx.flags[Inexact], ctx)
    for r in (ROUND_DOWN,ROUND_UP,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_CEILING,ROUND_FLOOR,ROUND_05UP):
        ctx.rounding=r
        print(r,[str(D(x)+0) for x in ("1.00005","1.00015","-1.00005","1.000051","-1.000049","1.00010001")],[str(D(x).quantize(D("1"))) for x in ("0.5","1.5","-2.5","2.4","-0.6")],[str(round(D(x),1)) for x in ("0.25","0.35")])
with localcontext(prec=3,Emax=10,Emin=-10) as ctx:
    t(lambda: D("9.99E10")*2)
    ctx.traps[Overflow]=False
    t(lambda: D("9.99E10")*2); t(lambda: D("1E-10")/3); t(lambda: D("1E-13")/3); print(ctx)
    ctx.clear_flags(); ctx.traps[Inexact]=True
    t(lambda: D(1)/3)
t(lambda: Context(prec=0)); t(lambda: Context(rounding='x')); t(lambda: setattr(getcontext(),'foo',1)); t(lambda: setcontext(3)); t(lambda: Context(prec=4).divide(1,3)); t(lambda: Context(prec=4).create_decimal("1.23456")); t(lambda: Context(prec=3).power(2,10)); t(lambda: Context().add(1,"2"))
import pickle,copy
print(pickle.loads(pickle.dumps(D("1.50"))), copy.deepcopy(D("1.5")), sum([D("0.1")]*10), max(D(1),D(2)), sorted([D(3),D("1.5"),2]), hash(D(5))==hash(5), hash(D("0.5"))==hash(0.5), int(D("1E3")), math.floor(D("-1.5")), round(D("2.5")), round(D("2.675"),2), D("3").as_integer_ratio(), float(D("1E-5")), complex(D(2)), bool(D(0)), D("1.00").normalize(), str(D("1E+2")), f"{D('3.14159'):.2f}", "%s" % D("1.0"), D("-0"), abs(D(-3)), -D(3), +D("1.00000000000000000000000000000001"), D(10)//3, D(-7)%3, divmod(D(7),D("-2")))
from fractions import Fraction
print(D("0.5")==Fraction(1,2), D("0.3")<Fraction(1,3), Fraction(D("0.25")))
random.seed(5)
for prec in (1,5,16,28,50,100):
    with localcontext(prec=prec):
        for i in range(8):
            a=D(random.randrange(1,10**random.randrange(1,40))).scaleb(random.randrange(-30,5)); b=D(random.randrange(1,10**random.randrange(1,8))).scaleb(random.randrange(-6,1))
            print(prec,a,b,a+b,a-b,a*b,a/b,a.sqrt(),a.ln(),a.log10(),b.exp() if b<1000 else '',a**(b if b<50 else 2), (a/b).quantize(D('0.1')) if a/b<10**(prec-2) else '')
