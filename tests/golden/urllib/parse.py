"""Splitting, joining and quoting URLs."""
from urllib.parse import *

for url in ("http://user:pa%20ss@Example.ORG:8080/a/b;p=1?q=1&r=2#frag", "mailto:me@x.org", "//host/path",
            "/only/path", "file:///etc/passwd", "http://[::1]:80/x", "a:b:c", "", "?q", "#f", "HTTP://X/%7e",
            "tel:+1-2;x=3", "http://a/\tb\n"):
    s = urlsplit(url)
    print(s, urlparse(url).params, repr(s.geturl()))
    print("  ", s.username, s.password, s.hostname, s.port)

base = "http://a/b/c/d;p?q"
for ref in ("g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "..", "../g", "../../../g",
            "g.", "..g", "./../g", "g/./h", "g/../h", "http:g", "mailto:x"):
    print(ref, urljoin(base, ref))

print(urldefrag("http://a/b#c"), urldefrag("x").fragment == "")
print(quote("a b/ü~-_.!"), quote("a/b", safe=""), quote_plus("a b&c"), quote(b"\xff a"))
print(unquote("a%20b%C3%BC%zz%"), unquote_plus("a+b%2B"), unquote_to_bytes("a%ff"), unquote("%ff"), unquote("%E9", "latin-1"))
print(urlencode({"a": 1, "b": "x y"}), urlencode([("a", [1, 2])], doseq=True), urlencode([("a", "é")], encoding="latin-1"))
print(parse_qs("a=1&a=2&b=&c"), parse_qs("a=1&b=", keep_blank_values=True), parse_qsl(b"a=%20+"), parse_qsl("a=1;b=2", separator=";"))
print(urlsplit(b"http://h:1/p").hostname, urlsplit(b"http://h/p"), urlsplit("http://h/p").encode())
print(SplitResult("http", "h", "/p", "", "").geturl(), urlunsplit(("", "", "//x", "", "")), urlunparse(("s", "n", "p", "a", "q", "f")))

def fails(function, *args, **more):
    try:
        print(function(*args, **more))
    except Exception as error:
        print(type(error).__name__, error)

fails(lambda: urlsplit("http://h:99999").port)
fails(lambda: urlsplit("http://h:x").port)
fails(urlsplit, "http://[::1")
fails(urlsplit, "http://[x]/")
fails(urljoin, "a", b"b")
fails(quote_from_bytes, "x")
fails(quote, b"x", encoding="utf-8")
fails(parse_qs, "a", strict_parsing=True)
fails(parse_qs, "a=1&b=2", max_num_fields=1)
fails(urlencode, 3)
fails(urlencode, "x")
