# Data classes of modules whose dict is none.
import dataclasses, sys
class M: pass
m = M(); m.__dict__ = {}
class N: __dict__ = 5
sys.modules['odd'] = N()
for k in [dict(), dict(init=False), dict(init=False,repr=False), dict(init=False,repr=False,eq=False), dict(init=False,repr=False,eq=False,order=False,match_args=False)]:
    try:
        print(dataclasses.dataclass(**k)(type('C',(),{'__module__':'odd'})))
    except Exception as e: print(type(e).__name__, e)
