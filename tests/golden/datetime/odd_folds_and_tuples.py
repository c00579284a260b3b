from datetime import date, datetime, time


class Other(date):
    def timetuple(self):
        return self.answer


day = Other(2020, 1, 1)
for answer in (2021, 2, 3, 4, 5, 6, 0, 34, -1), 3, None:
    day.answer = answer
    try:
        print(day.strftime("%Y-%m-%d %H"))
    except TypeError as error:
        print(error)
for fold in True, False, 1, 2, -1, "x", 1.0:
    for make in (lambda: time(1, fold=fold), lambda: datetime(2020, 1, 1, fold=fold),
                 lambda: time(1).replace(fold=fold), lambda: datetime(2020, 1, 1).replace(fold=fold)):
        try:
            print(repr(make()), repr(make().fold))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
