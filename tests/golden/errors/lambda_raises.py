apply = lambda f, x: f(x)
apply(lambda n: n.real.imag.nothing, 5)
