"""strptime(): what matches, what it stands for, and what is refused."""
import datetime
import os
import time
import warnings

os.environ["TZ"] = "UTC"
time.tzset()
warnings.simplefilter("ignore")


def tr(read, *args):
    try:
        result = read(*args)
    except Exception as error:
        result = f"{type(error).__name__} {error}"
    print(ascii(args), ascii(tuple(result) if isinstance(result, tuple) else result))


for f in (time.strptime, datetime.datetime.strptime):
    for t,fm in [("1 2","%d %d"),("1 2","%d %e"),("1 2 ","%d"),("","%"),("","%%"),("%","%%"),("x","%Q"),("x","% "),("x","%\\"),("x","a%"),("1","%é"),("1 2","%d\t\n%m"),("12","%d %m"),
      ("Mon","%a"),("monday","%A"),("sep","%b"),("12:61","%H:%M"),("23:59:61","%X"),("10/11/12","%x"),("Mon Sep  2 10:11:12 2024","%c"),("2024 366","%Y %j"),("2023 366","%Y %j"),
      ("2024 60","%Y %U"),("2024 5 1","%Y %U %w"),("2024 0 1","%Y %W %w"),("2024 53 7","%G %V %u"),("2024 1 1","%G %V %u"),("2020 53 7","%G %V %u"),("+0530","%z"),("-05:30:10.5","%z"),("Z","%z"),("z","%z"),("+05","%z"),("+5:30","%z"),("+05:3010","%z"),("+053010.123456","%z"),("+053010.1234567","%z"),("-00:00","%z"),("-00:30","%z"),("+25:00","%z"),("+24:00","%z"),("+2359","%z"),
      ("UTC","%Z"),("gmt","%Z"),("EST","%Z"),("utc +0000","%Z %z"),("UTC+01:00","%Z%z"),("12 PM","%I %p"),("0 AM","%I %p"),("12 am","%I %p"),("3","%I"),("3 pm","%H %p"),
      (".5",".%f"),("123456","%f"),("1234567","%f"),("29 2","%d %m"),("2 29 2023","%m %d %Y"),("31 4","%d %m"),("69","%y"),("68","%y"),("5","%y"),("99999","%Y"),("0000","%Y"),
      ("2024","%G"),("5","%V"),("2024 5","%Y %V"),("2024 5 1","%Y %V %u"),("2024 5","%G %V"),("1 2024 5","%j %G %V"),("ſep","%b"),("ＳＥＰ","%b"),("İ","i"),("K","k"),("ſ","s"),("1²","%d"),("１２","%d"),("٣","%H"),("١٢٣٤","%Y"),
      ("a.b","a.b"),("axb","a.b"),("a+b","a+b"),("(1)","(%d)"),("[1]","[%d]"),("a\\d","a\\d"),("^1$","^%d$"),("1\n","%d"),("1\n","%d\n"),(" 1"," %d"),("1","%d "),("1   2","%d %m"),("1\u30002","%d %m"),("1\x1c2","%d %m"),("  1","%d"),(" 1","%d"),(" 10","%d"),("0","%d"),("00","%d"),("01","%d"),("32","%d"),("321","%d"),("0","%m"),("1 1","%U %w"),("53 1 2024","%U %w %Y"),("1 0 2024","%u %U %Y"),
      ("12:30 1","%H:%M %y"),("2024-02-30","%Y-%m-%d"),("x2024","%Y"),("2024x","%Y"),("12 12","%b %d"),("60","%S"),("62","%S"),("7","%w"),("0","%u"),("-1","%w"),("367","%j"),("000","%j"),("001","%j"),("1","%j"),("54","%U"),("5","%U"),("00","%V"),("0 2024 1","%V %G %u"),("54","%V"),("Dec May","%b %B"),("May May","%b %B"),("Mon Tuesday","%a %A"),("1 Tuesday","%w %A"), ("1 2024 Mon","%W %Y %a"), ("","") ,("a",""),("","a"),("1234","%H%M%S"),("111","%j%H"),("1112","%m%d%H"),("2024123","%Y%j"),("20241","%Y%j"),("20241 ","%Y%m%d"),("202411","%Y%m%d"),("12AM3","%I%p%M"), ("1:2:3.4567","%H:%M:%S.%f"),("\ud800","%d"),("\ud800","\ud800"),("%d","%%d"),("%1","%%%d"),("100%","%j%%")]:
        tr(f,t,fm)
for a in [(1,"%d"),("1",2),(b"1","%d"),("1",None)]:
    tr(time.strptime,*a); tr(datetime.datetime.strptime,*a)


class S(str):
    pass


tr(datetime.datetime.strptime,S("1"),S("%d"))


class D(datetime.datetime):
    def __new__(cls, *args, **options):
        print(args, options)
        return super().__new__(cls, *args, **options)


tr(D.strptime,"2024 +0100","%Y %z"); tr(D.strptime,"2024","%Y"); tr(D.strptime,"2024 UTC","%Y %Z"); tr(D.strptime,"2024 UTC +0100","%Y %Z %z")
warnings.simplefilter("error")
for f in (time.strptime, datetime.datetime.strptime): tr(f,"1","%d"); tr(f,"1 1","%d %m"); tr(f,"1 1 20","%d %m %y"); tr(f,"1 1","%d %G"); tr(f,"x 1","%d %m")
