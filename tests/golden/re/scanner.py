# A tokenizer made of patterns and actions.
import re

scanner = re.Scanner([
    (r"[a-zA-Z_]\w*", lambda scanner, token: ("name", token)),
    (r"\d+\.\d*", lambda scanner, token: float(token)),
    (r"\d+", lambda scanner, token: int(token)),
    (r"=|\+|-|\*|/", lambda scanner, token: "op" + token),
    (r"\s+", None),
    (r"(;)(!)?", "end"),
])
print(scanner.scan("sum = 3*foo + 312.50+bar;!"), scanner.scan("a ? b"), scanner.scan(""))
print(scanner.match.span(), len(scanner.lexicon), type(scanner.scanner).__name__)
print(re.Scanner([(r"A+", 1), (r"b", lambda s, t: s.match.start())], re.I).scan("aAbB."))
print(re.Scanner([(r"x*", "x")]).scan("xxy"))
