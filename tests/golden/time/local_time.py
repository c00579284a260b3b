"""Local time by the zone of TZ, and the functions of time that know the calendar."""
import os
os.environ["TZ"]="CET-1CEST,M3.5.0,M10.5.0/3"
import time
time.tzset()
from datetime import datetime
print(time.gmtime(0)); print(time.localtime(1577934245)[:]); print(time.mktime((2020,1,2,3,4,5,0,0,-1)), time.asctime((2020,1,2,3,4,5,3,2,0)), time.ctime(0), time.strftime('%Y-%m-%d %H:%M:%S %Z %z',time.gmtime(0)))
print(time.strptime('30 Nov 00','%d %b %y')); print(time.timezone,time.altzone,time.daylight,time.tzname)
try: time.strftime('%Y',(1,2))
except TypeError as e: print(e)
print(datetime(2024,7,1,12).astimezone().isoformat(), datetime(2024,1,1,12).astimezone(), datetime(2024,1,1,12).timestamp(), datetime(2024,7,1,12).timestamp(), datetime.fromtimestamp(1711846800), datetime.fromtimestamp(1729989000), datetime.fromtimestamp(1729992600), datetime(2024,10,27,2,30).timestamp(), datetime(2024,10,27,2,30,fold=1).timestamp(), datetime(2024,3,31,2,30).timestamp(), datetime(2024,3,31,2,30,fold=1).timestamp(), datetime(2060,7,1).timestamp())
print(time.localtime(1719828000))
