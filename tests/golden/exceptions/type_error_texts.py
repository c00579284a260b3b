"""TypeError and AttributeError texts of everyday mistakes."""
class C:
    attr = 1
    def method(self): pass
    @property
    def prop(self): return 1
class Slots: __slots__ = ("a",)
c = C()
def f(): pass
sources = """None.x; None(); None[0]; None + 1; None < 1; len(None); iter(None); for x in None: pass; not_defined; c.nope; C.nope; c.method.nope; c.prop = 1; del c.prop; del c.nope; del c.attr; f.nope; f().x; f(1)
5(); 5[0]; 5.5.x; 'a'.x; 'a'(); 'a' + 1; 1 + 'a'; 'a' * 'b'; 'a' - 1; -'a'; 'a' < 1; 'a'['b']; 'abc'[1.5]; [][0]; []['a']; [] + (); [].x; [] < 5; {}['k']; {} + {}; {}.x; ().x; ()[0]; {1}.x; {1}[0]; {1} < 5; {[]}; {{}: 1}; hash([]); hash({}); hash(set()); hash(([],))
int('x'); int(None); int([]); float('x'); float(None); str.join(1); ''.join([1]); ''.join(1); sum(['a']); sorted([1, 'a']); min([1, 'a']); max(); max([]); abs('a'); round('a'); ord('ab'); chr('a'); range('a'); range(1.5); list(5); tuple(5); dict(5); set(5); dict([1]); dict([(1,)]); next([]); next(5); reversed(5); enumerate(5); zip(5); map(5); map(len, 5); filter(len, 5)
isinstance(1, 1); issubclass(1, int); getattr(1, 2); setattr(1, 'x', 2); hasattr(1, 2); type('x'); type(1, 2); super().x; object().x; object(1); Slots().b = 1; Slots().a; c(); C(1); import_x; raise 5; raise 'x'; with 5: pass; with C(): pass; x, y = 5; x, y = 1, 2, 3; x, *y = 5; (lambda: 0).x; print.x; print(sep=1); len.x; int.x; type.x; [].append.x
~1.5; ~'a'; -None; +[]; 1 << 'a'; 1 & 1.5; 1 | None; 'a' % 1; '%d' % 'a'; 1 @ 2; [1] @ [2]; divmod(1, 'a'); pow('a', 2); 2 ** 'a'; 1 // 'a'; 1 // 0; 1 % 0; 1 in 2; 'a' in 1; 1 in 'a'; [] in 5; None in {}; [] in {}; f in 5; 5 is 5 < 'a'; lambda: 0 < 1; c + c; c < c; c[0]; c[0] = 1; del c[0]; len(c); iter(c); bool(c); int(c); c.method() + 1; c.method(1); C.method(); await_; [*5]; {**5}; f(*5); f(**5); f(**{1: 2}); print(*5); 'a'.split(5); 'a'.encode('x'); b'a'.decode('x'); b'\\xff'.decode(); b'a' + 'a'; bytes('a'); bytes([300]); bytes(-1); bytearray(b'a')[0] = 300; memoryview('a'); complex('x'); slice(); [1][1:2:0]; eval('1 +'); eval(5); exec(5); compile('1', 2, 3)""".replace("\n", "; ").split("; ")
for source in sources:
    try:
        exec(source)
        print(source, "fine")
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
