"""Persistent ids, reducer_override, dispatch tables, buffers and extension codes."""
import pickle,io,copyreg
class Q(pickle.Pickler):
    def reducer_override(s,o):
        if o is int: return str,('T',)
        return NotImplemented
f=io.BytesIO(); Q(f).dump([int,3]); print(pickle.loads(f.getvalue()))
f=io.BytesIO()
p=pickle.Pickler(f); p.dispatch_table=copyreg.dispatch_table.copy(); p.dispatch_table[complex]=lambda c:(str,('c',)); p.dump(3j); print(pickle.loads(f.getvalue()))
b=bytearray(b'abc'); l=[]; d=pickle.dumps(pickle.PickleBuffer(b),5,buffer_callback=l.append); print(d, pickle.loads(d,buffers=l) is l[0]); print(pickle.loads(pickle.dumps(pickle.PickleBuffer(b),5)))
class P(pickle.Pickler):
    def persistent_id(self, obj):
        if obj == "x":
            return "pid"
class U(pickle.Unpickler):
    def persistent_load(self, pid):
        return ["loaded", pid]
for protocol in range(6):
    f = io.BytesIO()
    P(f, protocol).dump(["x", 1, "x"])
    print(f.getvalue())
    f.seek(0)
    print(U(f).load())
f=io.BytesIO(); p=pickle.Pickler(f); p.dump(['a']*2); p.dump(3); f.seek(0); print(pickle.load(f), pickle.load(f)); 
try: pickle.load(f)
except EOFError as e: print(e)
copyreg.add_extension('builtins','len',300)
print(pickle.dumps(len), pickle.loads(pickle.dumps(len)))
copyreg.remove_extension('builtins','len',300)
