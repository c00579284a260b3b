"""What dates are made of is looked at part by part."""

import datetime as d, pickle
for f in (d.date,d.datetime):
    for a in ((),('2020-01-01',),(None,),(2020,),(2020,None),(2020,'x'),(2020,1),(2020,1,None),(1.5,),(2020,1,1.5),(2020,13),(2020,13,1),('abcd',),('x'*10,),(b'x'*10,),(b'abcd',),(2020,1,1,None),(2020,1,1,1,'x'),(...,),(2020,...)):
        try: print(f.__name__,a,f(*a))
        except Exception as e: print(f.__name__,a,type(e).__name__,e)
    for k in ({'year':1},{'month':2},{'day':'x'},{'year':'x','day':1},{'year':2020,'month':1,'day':1}):
        try: print(f(**k))
        except Exception as e: print(k,type(e).__name__,e)
x=d.datetime(2020,1,1,tzinfo=d.timezone.utc); print(pickle.loads(pickle.dumps(x)), pickle.loads(pickle.dumps(d.datetime(2020,1,1))), pickle.loads(pickle.dumps(d.date(2020,1,1))))
