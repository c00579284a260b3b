"""strptime() with a day of the year or a week beside other parts of a date."""

import warnings

warnings.simplefilter("ignore")
import time, datetime
for t,f in (('2020 03 200','%Y %m %j'),('2020 200 Mon','%Y %j %a'),('2020 02 31 100','%Y %m %d %j'),('2020 366','%Y %j'),('2021 366','%Y %j'),('29 02','%d %m'),('29 02 060','%d %m %j'),('2020 30 2','%Y %d %m'),('2020 10 Mon','%Y %W %a'),('2020 10 3 100','%Y %U %w %j'),('2020 100','%Y %j'),('100','%j'),('366','%j'),('2020 0 0','%Y %U %w'),('2020 53 6','%Y %W %w'),('2020 53 7','%G %V %u'),('2021 53 7','%G %V %u'),('Mon 5','%a %d'),('2020 01','%Y %m')):
    for g in (lambda: tuple(time.strptime(t,f)), lambda: datetime.datetime.strptime(t,f)):
        try: print(t,f,g())
        except Exception as e: print(t,f,type(e).__name__,e)
for y in (1999,2000,2015,2020,2024):
    for w in (0,1,2,52,53):
        for d in range(7):
            for t,f in ((f'{y} {w} {d}','%Y %U %w'),(f'{y} {w} {d}','%Y %W %w'),(f'{y} {w:02} {d+1}','%G %V %u')):
                for g in (lambda: tuple(time.strptime(t,f)), lambda: datetime.datetime.strptime(t,f)):
                    try: print(t,f,g())
                    except Exception as e: print(t,f,type(e).__name__,e)
