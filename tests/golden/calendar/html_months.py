import calendar


class Shown(calendar.HTMLCalendar):
    def formatmonthname(self, *args, **named):
        print(args, named)
        return super().formatmonthname(*args, **named)


Shown().formatmonth(2020, 1)
Shown().formatmonth(2020, 1, False)
Shown().formatyear(2020)


class Text(calendar.TextCalendar):
    def formatmonthname(self, *args, **named):
        print(args, named)
        return super().formatmonthname(*args, **named)


Text().formatmonth(2020, 1)
Text().formatyear(2020)
