"""Identifiers outside ASCII, NFKC normalisation and soft keywords used as names."""
é = 1
π = 3.14
变量 = "var"
ﬁn = 2          # a ligature: the name is fin
print(é, π, 变量, fin)
ℌ = 5           # black-letter H is plain H
print(H, "H" in globals(), "ℌ" in globals())
class Ünï:
    ñ = 1
    def µ(self):        # micro sign becomes Greek mu
        return self.ñ
print(Ünï().μ(), [name for name in vars(Ünï) if not name.startswith("__")])
print(getattr(Ünï, "ñ"), hasattr(Ünï, "n\u0303"), Ünï.ñ)
def f(ª=1, *, º=2):
    return locals()
print(f(a=3, o=4))
match = 1
case = 2
type = 3
_ = 4
print(match, case, type, _)
match[0:1] if False else None
print(match - case, (match), [match][0], type * 2)
match, case = case, match
type, _ = _, type
print(match, case, type, _)
def match(x): return x
print(match(1), match((2)), match([3])[0], match(-1))
del type
class type_:
    type: int = 3
    match = case = 5
print(type_.type, type_.match)
print("é".isidentifier(), "1a".isidentifier(), "class".isidentifier(), "".isidentifier(), "a b".isidentifier(), "变量".isidentifier())
x = {"match": match, "case": case}
print(sorted(x))
print(type)
