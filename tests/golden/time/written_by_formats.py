"""strftime(): directives with flags, widths and modifiers, and what is none."""
import datetime
import os
import random
import string
import time

os.environ["TZ"] = "UTC"
time.tzset()
t=(2009,7,5,3,4,6,6,186,0)
bad={}
for m in "EO":
    bad[m]="".join(l for l in string.ascii_letters+"%+:" if time.strftime("%"+m+l,t)=="%"+m+l)
print(bad)
print("plain bad", "".join(l for l in string.ascii_letters+"%+:" if time.strftime("%"+l,t)=="%"+l))
for f in ("%5Q","%05Q","%-5Q","%_5Q","%^q","%#q","%^5q","%#5q","%5","%","%5E","%E","%^","%010","x%-","%5%","%05%","%^%","%5n","%05n","%5t","%_5n","%#a","%^a","%#A","%#B","%#p","%^p","%^P","%#P","%5p","%05p","%#Z","%^Z","%5Z","%#c","%^c","%30c","%030c","%_30c","%-30c","%-c","%_D","%-D","%0e","%-e","%_d","%#d","%^d","%-j","%_j","%5j","%_5j","%05j","%-5j","%5Y","%05Y","%_5Y","%-5Y","%_C","%-C","%5C","%-y","%_y","%5y","%-H","%-I","%-k","%0k","%-l","%0l","%_H","%_M","%-S","%5S","%-U","%_V","%-w","%5w","%05w","%_5w","%5u","%5s","%-s","%z","%5z","%_5z","%-5z","%10z","%010z","%_10z","%^z","%-z","%5T","%20T","%020T","%-T","%_T","%20D","%10R","%-R","%20r","%_r","%-r","%^r","%#r","%10x","%10X","%20F","%020F","%-F","%_F","%5F","%+F","%-G","%5G","%_5G","%g","%-g","%_g","%h","%10h","%^h","%10a","%010a","%_10a","%-10a","%-_5d","%_-5d","%0_5d","%_05d","%^#a","%#^a","%#^p","%^#p","%00005d","%1000Y"):
    print(f, repr(time.strftime(f,t)) if len(time.strftime(f,t))<100 else len(time.strftime(f,t)))
for y in (-5,0,1,45,999,1000,9999,12345,-12345,-100,-1):
    t=(y,7,5,3,4,6,6,186,0)
    for f in ("%Y","%C","%y","%G","%g","%F","%_Y","%-Y","%5Y","%05Y","%_7Y","%c","%D","%_C","%5C","%x","%s","%_g","%4F","%12F","%012F","%_12F","%+4Y"):
        try: print(y,f,repr(time.strftime(f,t)))
        except Exception as e: print(y,f,e)
    print(time.asctime(t))

r=random.Random(7); n=150
dirs="aAbBcCdDeFfgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%:+EOLQNvi"
class Z(datetime.tzinfo):
    def __init__(s,o,n): s.o=o; s.n=n
    def utcoffset(s,d): return s.o
    def tzname(s,d): return s.n
    def dst(s,d): return r.choice([None,datetime.timedelta(0),datetime.timedelta(hours=1)])
zones=[None,None,datetime.timezone.utc,datetime.timezone(datetime.timedelta(hours=5,minutes=30)),datetime.timezone(-datetime.timedelta(hours=3,seconds=5),"X%Y"),datetime.timezone(datetime.timedelta(microseconds=-1)),Z(None,None),Z(datetime.timedelta(hours=1),"na me"),Z(datetime.timedelta(hours=-1,seconds=7,microseconds=12),None), Z(datetime.timedelta(1),"bad"), Z(5,5)]
def item():
    if r.random()<.2: return r.choice(["x"," ","%%","é","-","\ud800" if r.random()<.1 else "y","\0" if r.random()<.1 else "q", "%"])
    fl="".join(r.choice("-_0^#") for _ in range(r.choice([0,0,0,0,1,1,2])))
    w=r.choice(["","","","","3","5","10","0","01"])
    e=r.choice(["","","","","E","O",":"])
    return "%"+(fl+w+e if r.random()<.4 else "")+r.choice(dirs)
for i in range(n):
    f="".join(item() for _ in range(r.randint(1,4)))
    y=r.choice([1,9,99,100,999,1000,1899,1900,1969,1970,1999,2000,2024,2038,9999,r.randint(1,9999)])
    d=datetime.date(y,r.randint(1,12),r.randint(1,28))
    t=datetime.time(r.randint(0,23),r.randint(0,59),r.randint(0,59),r.choice([0,5,999999]),r.choice(zones))
    dt=datetime.datetime.combine(d,t)
    for o in (d,t,dt):
        try: x=o.strftime(f)
        except Exception as e: x=(type(e).__name__,str(e))
        print(ascii((str(type(o).__name__),d.isoformat(),f,x)))
    try: x=time.strftime(f,d.timetuple())
    except Exception as e: x=(type(e).__name__,str(e))
    print(ascii((f,x)))
