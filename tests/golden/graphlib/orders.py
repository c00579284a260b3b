"""Topological orders and cycles."""
from graphlib import TopologicalSorter, CycleError
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e.args)
t(lambda: list(TopologicalSorter({"d": {"b"}, "b": ["a"], "c": ["a"]}).static_order()))
t(lambda: list(TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order()))
t(lambda: list(TopologicalSorter({1: [1]}).static_order()))
ts = TopologicalSorter(); ts.add("x", "y", "z"); ts.add("y", "z")
t(ts.get_ready); ts.prepare(); t(ts.prepare); t(lambda: ts.add(1)); t(ts.get_ready); t(lambda: ts.done("x")); t(lambda: ts.done("q")); t(lambda: ts.done("z")); t(lambda: ts.done("z")); t(ts.is_active); t(ts.get_ready); ts.done("y"); t(ts.get_ready); ts.done("x"); t(lambda: bool(ts))
import colorsys, secrets
for c in [(0, 0, 0), (1, 1, 1), (0.2, 0.4, 0.6), (0.9, 0.1, 0.5), (0.5, 0.7, 0.2)]:
    print([tuple(round(x, 12) for x in f(*c)) for f in (colorsys.rgb_to_yiq, colorsys.yiq_to_rgb, colorsys.rgb_to_hls, colorsys.hls_to_rgb, colorsys.rgb_to_hsv, colorsys.hsv_to_rgb)])
print(len(secrets.token_bytes(5)), len(secrets.token_hex(5)), len(secrets.token_urlsafe(6)), secrets.randbelow(1), secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"), secrets.choice([3]))
t(lambda: secrets.randbelow(0)); t(lambda: secrets.compare_digest("a", b"a"))
