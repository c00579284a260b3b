"""Calendars as text and HTML, and the numbers behind them."""
import calendar

print(calendar.month(2024, 2), calendar.month(2023, 10, 4, 2), calendar.calendar(2025, m=4, c=3), sep="|\n")
print(calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(1900, 2001), calendar.weekday(2024, 2, 29), calendar.monthrange(2023, 2))
print(calendar.monthcalendar(2024, 9), calendar.weekheader(3), list(calendar.day_name), list(calendar.month_abbr), calendar.month_name[3:5])
print(calendar.timegm((2024, 2, 29, 12, 30, 5)), calendar.SUNDAY, repr(calendar.Month.MAY), calendar.Day(3))
c = calendar.Calendar(6)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2))[:6], list(c.itermonthdays2(2024, 2))[:5], list(c.itermonthdays3(2024, 2))[:5], list(c.itermonthdays4(2024, 2))[-3:])
print(c.monthdatescalendar(2024, 2)[0][:2], len(c.yeardatescalendar(2024, 4)), c.yeardayscalendar(2024)[0][0][0])
print(calendar.TextCalendar(6).formatyear(2024, m=2)[:300])
h = calendar.HTMLCalendar(6)
print(h.formatmonth(2024, 2), h.formatyear(2024, 12)[:300], h.formatyearpage(2024)[:200], sep="\n")
for broken in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(7), lambda: calendar.month(2024, 0), lambda: calendar.weekday(2024, 2, 30)):
    try:
        print(broken())
    except Exception as error:
        print(type(error).__name__, error)
calendar.setfirstweekday(calendar.SUNDAY)
calendar.prmonth(2024, 12)
print(calendar.firstweekday(), calendar.formatstring(["a", "b"], 5, 3), calendar.week([(1, 0), (0, 1)], 4))
