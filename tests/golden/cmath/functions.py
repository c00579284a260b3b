import cmath, math
def near(a, b):
    return a == b or (a != a and b != b) or abs(a - b) <= 2e-15 * max(abs(a), abs(b))
values = [-math.inf, -2.5, -1.0, -0.5, -0.0, 0.0, 0.5, 1.0, 3.25, math.inf, math.nan]
def shown(x):
    if x != x: return 'nan'
    return format(x, '.12g')
for name in ('acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'log10', 'sin', 'sinh', 'sqrt', 'tan', 'tanh'):
    f = getattr(cmath, name)
    for re in values:
        row = []
        for im in values:
            try: r = f(complex(re, im)); row.append(f"{shown(r.real)}:{shown(r.imag)}")
            except (ValueError, OverflowError) as e: row.append(type(e).__name__[:2])
        print(name, re, *row)
for re in values:
    row = []
    for im in values:
        try: r = cmath.rect(re, im); row.append(f"{shown(r.real)}:{shown(r.imag)}")
        except (ValueError, OverflowError) as e: row.append(type(e).__name__[:2])
    print('rect', re, *row, [shown(x) for x in cmath.polar(complex(re, 2))], shown(cmath.phase(complex(re, -0.0))))
def t(s):
    try: print(s, '->', repr(eval(s)))
    except Exception as e: print(s, '!', type(e).__name__, e)
for s in '''cmath.sqrt('a')
cmath.log(0)
cmath.log(0,0)
cmath.log(1,1)
cmath.atanh(1)
cmath.exp(1000)
cmath.rect(1)
cmath.phase(1,2)
cmath.isclose(1,2,rel_tol=-1)
cmath.isclose(1,1.0000000001), cmath.isclose(1j, 1.1j, abs_tol=.2), cmath.isclose(1, 2), cmath.isclose(math.inf, 1)
cmath.polar('x')
cmath.infj, cmath.nanj, cmath.inf, cmath.pi, cmath.e, cmath.tau, cmath.nan
cmath.sqrt(-1), cmath.sqrt(-4+0j), cmath.sqrt(complex(-4, -0.0)), cmath.log(8, 2).real
cmath.isfinite(1), cmath.isinf(complex(1, math.inf)), cmath.isnan(complex(math.nan, 1))
cmath.sqrt(5e-324), abs(cmath.sqrt(complex(1e308, 1e308))), cmath.cosh(710), cmath.sinh(-710)
cmath.cosh(1000)'''.split('\n'): t(s)
