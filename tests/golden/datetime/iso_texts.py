"""Texts in the formats of ISO 8601 and near them, read by fromisoformat()."""
from datetime import date, datetime, time

TEXTS = ["2020-01-31", "2020-02-30", "0000-01-01", "2020-1-31", "20200131", "2020-W05-5", "2020-01-31T04:05:06",
         "2020-01-31 04:05:06", "2020-01-31x04:05:06", "2020-01-31\u20ac04:05:06", "2020-01-31T24:00:00", "2020-01-31T23:60:00",
         "2020-01-31T23:59:60", "2020-01-31T04:05", "2020-01-31T04", "2020-01-31T040506", "2020-01-31T04:05:06.123",
         "2020-01-31T04:05:06,123", "2020-01-31T04:05:06.123456", "2020-01-31T04:05:06.1234567", "2020-01-31T04:05:06.12",
         "2020-01-31T04:05:06Z", "2020-01-31T04:05:06+02:00", "2020-01-31T04:05:06-02:30:15.5", "2020-01-31T04:05:0x",
         "2020-01-31T04:05-06", "2020x01-31", "2020-01-31T", "", "2020-01-31T04:05:06.", "2020-01-31T04:05:06.12345",
         "\u0662020-01-31", "2020-01-31T04:05:06.12\u0663", "9999-12-31T23:59:59.999999", "2020-01-31T04.05.06", "040506123", "04:05:06123", "0405061", "04:05:06:1", "040506:1", "040506.1",
         "20200131T0405061234567"]


class Day(date):
    pass


class Moment(datetime):
    pass


for text in TEXTS:
    for kind in date, datetime, time, Day, Moment:
        try:
            print(text, repr(kind.fromisoformat(text)))
        except Exception as error:
            print(text, kind.__name__, type(error).__name__, error)
for wrong in None, b"2020-01-31", 5:
    for kind in date, datetime:
        try:
            kind.fromisoformat(wrong)
        except TypeError as error:
            print(error)
