//! The calendar: days and seconds since the epoch as years, months and days, and back. Plain numbers;
//! Python's `struct_time` is made of them in `mod`.

/// A moment as people write it, in some time zone. Month, day and day of the year count from 1, days of
/// the week from Monday (0).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Broken {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub weekday: i64,
    pub yearday: i64,
    /// 1 for summer time, 0 for none, -1 if it isn't known.
    pub summer: i64,
    /// The zone's name, if it is known.
    pub zone: Option<String>,
    /// Seconds east of Greenwich, if they are known.
    pub offset: Option<i64>,
}

/// Whether a year has 366 days.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days a month has.
pub fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since the epoch. The month may be any number; years begin in March here, so that the day that
/// not all of them have comes last.
pub fn days(year: i64, month: i64, day: i64) -> i64 {
    let months = year * 12 + (month - 1) - 2;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a day since the epoch.
pub fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The day of the week of a day since the epoch, from Monday.
pub fn weekday(days: i64) -> i64 {
    (days + 3).rem_euclid(7)
}

/// Seconds since the epoch, shifted by the zone's offset, as a moment.
pub fn broken(seconds: i64) -> Broken {
    let (day_number, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = date(day_number);
    Broken {
        year,
        month,
        day,
        hour: of_day / 3600,
        minute: of_day / 60 % 60,
        second: of_day % 60,
        weekday: weekday(day_number),
        yearday: day_number - days(year, 1, 1) + 1,
        ..Broken::default()
    }
}

/// Seconds since the epoch of a moment in a zone without an offset; fields may overflow.
pub fn seconds(moment: &Broken) -> i64 {
    let days = days(moment.year, moment.month, moment.day);
    days * 86_400 + moment.hour * 3600 + moment.minute * 60 + moment.second
}

/// Year and number of the ISO 8601 week.
pub fn iso_week(moment: &Broken) -> (i64, i64) {
    // The week belongs to the year of its Thursday.
    let thursday = moment.yearday - moment.weekday + 3;
    let length = |year| if is_leap(year) { 366 } else { 365 };
    if thursday < 1 {
        let before = moment.year - 1;
        return (before, (thursday + length(before) - 1) / 7 + 1);
    }
    match thursday > length(moment.year) {
        true => (moment.year + 1, 1),
        false => (moment.year, (thursday - 1) / 7 + 1),
    }
}

/// Names of days and months, in the language of the locale "C".
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
/// As [`WEEKDAYS`].
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
