import random, _random
R=_random.Random
r=R(1)
def t(s):
    try: print(s, '->', eval(s))
    except BaseException as e: print(s, '!', type(e).__name__, e)
for s in '''R(1,2)
R(x=1)
R([])
R.seed(r,1,2)
r.seed()
r.seed([])
r.getrandbits(0)
r.getrandbits(-1)
r.getrandbits(2**70)
r.getrandbits('a')
r.getrandbits(1.5)
r.setstate(1)
r.setstate((1,))
r.setstate((1,)*625)
r.setstate((-1,)*625)
r.setstate((2**40,)*625)
r.setstate(('a',)*625)
len(r.getstate())
r.random(1)'''.split('\n'): t(s)
for seed in (0, 1, 42, -42, 2**32-1, 2**32, 2**64, 2**100, -2**100, 1.5, -0.0, 3**2000, True):
    r.seed(seed); print(seed, r.random(), [r.getrandbits(k) for k in (1, 5, 31, 32, 33, 64, 100, 1000)], r.random(), r.getstate()[:2], r.getstate()[-1])
for seed in (42, 'text', b'bytes', bytearray(b'array'), 'é\ud800' if 0 else 'é', 2.5, ''):
    for version in (1, 2):
        random.seed(seed, version) if not (version == 1 and isinstance(seed, bytearray)) else random.seed(seed)
        print(seed, version, random.random())
random.seed(42)
print(random.random(), random.randint(1, 100), random.randrange(0, 1000, 7), random.choice('abcdef'), random.choices(range(10), k=5),
      random.choices('abc', [1, 2, 3], k=5), random.sample(range(1000), 5), random.sample('abcdefgh', 3), random.sample([1, 2], counts=[3, 4], k=4))
x = list(range(20)); random.shuffle(x); print(x)
print(random.uniform(1, 5), random.triangular(), random.triangular(1, 5, 2), random.betavariate(2, 3), random.expovariate(2), random.gammavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(1, 1),
      random.gauss(), random.gauss(1, 2), random.lognormvariate(0, 1), random.normalvariate(), random.vonmisesvariate(0, 4), random.vonmisesvariate(0, 0), random.paretovariate(3), random.weibullvariate(1, 2),
      random.binomialvariate(10, 0.3), random.binomialvariate(1000, 0.4), random.binomialvariate(), random.randbytes(10), random.getrandbits(70))
state = random.getstate(); a = [random.random() for i in range(700)]; random.setstate(state); print(a == [random.random() for i in range(700)], state[0], state[2])
s = random.SystemRandom(); print(0 <= s.random() < 1, len(s.randbytes(5)), s.getrandbits(10) < 1024, s.randrange(5) < 5)
class Sub(random.Random):
    def random(self): return 0.5
print(Sub().randrange(10), Sub(3).random(), Sub(x=3).choice([1, 2, 3]))
