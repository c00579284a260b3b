//! The local time zone: what `TZ` names, or the machine's own.

use super::calendar::{self, Broken};
use crate::vm::Vm;
use std::rc::Rc;
use tz::timezone::{TimeZoneSettings, TransitionRule};
use tz::{LocalTimeType, TimeZone};

/// A time zone.
pub struct Zone {
    rules: TimeZone,
    /// The name of a zone that is not known, in place of "UTC".
    name: Option<String>,
}

/// A zone's time at some moment.
pub struct Local {
    /// Seconds east of Greenwich.
    pub offset: i64,
    /// Whether it is summer time.
    pub summer: bool,
    /// The name.
    pub name: String,
}

const FOLDERS: [&str; 3] = [
    "/usr/share/zoneinfo/",
    "/usr/lib/zoneinfo/",
    "/usr/share/lib/zoneinfo/",
];

impl Zone {
    /// The zone that the environment names.
    pub fn local(vm: &Vm) -> Zone {
        let read = |path: &str| {
            let bytes = vm.host.read_file(path).ok()?;
            TimeZone::from_tz_data(&bytes).ok()
        };
        let known = |rules| Zone { rules, name: None };
        let Some(wanted) = vm.host.env("TZ") else {
            return known(read("/etc/localtime").unwrap_or_else(TimeZone::utc));
        };
        let wanted = wanted.strip_prefix(':').unwrap_or(&wanted);
        if wanted.is_empty() {
            return known(TimeZone::utc());
        }
        let file = match wanted.starts_with('/') {
            true => read(wanted),
            false if wanted.contains("..") => None,
            false => FOLDERS
                .iter()
                .find_map(|folder| read(&format!("{folder}{wanted}"))),
        };
        // The description itself, as POSIX has it; no file is read here.
        let described = || {
            let nowhere = TimeZoneSettings::new(&[], |_| Err("no files".into()));
            nowhere.parse_posix_tz(wanted).ok()
        };
        if let Some(rules) = file.or_else(described) {
            return known(rules);
        }
        let name = wanted.chars().take_while(char::is_ascii_alphabetic);
        Zone {
            rules: TimeZone::utc(),
            name: Some(name.collect()),
        }
    }

    fn local_of(&self, found: &LocalTimeType) -> Local {
        let name = match (&self.name, found.time_zone_designation()) {
            (Some(name), _) => name.clone(),
            (None, "") => "UTC".to_owned(),
            (None, name) => name.to_owned(),
        };
        Local {
            offset: found.ut_offset().into(),
            summer: found.is_dst(),
            name,
        }
    }

    /// The zone's time at a moment.
    pub fn at(&self, seconds: i64) -> Local {
        match self.rules.find_local_time_type(seconds) {
            Ok(found) => self.local_of(found),
            Err(_) => {
                // Outside of what the rules tell: the last of them holds, or the first.
                let rules = self.rules.as_ref();
                let last = match rules.extra_rule() {
                    Some(TransitionRule::Fixed(fixed)) => Some(fixed),
                    Some(TransitionRule::Alternate(rule)) => Some(rule.std()),
                    None => rules.local_time_types().last(),
                };
                let found = last.or(rules.local_time_types().first());
                self.local_of(found.unwrap_or(&LocalTimeType::utc()))
            }
        }
    }

    /// A moment in this zone.
    pub fn broken(&self, seconds: i64) -> Broken {
        let local = self.at(seconds);
        Broken {
            summer: local.summer.into(),
            zone: Some(local.name),
            offset: Some(local.offset),
            ..calendar::broken(seconds.saturating_add(local.offset))
        }
    }

    /// Seconds since the epoch of a moment that is given in this zone. If it is said to be summer time
    /// (or not) when it isn't, the clock is moved; of moments that come twice it is the one that was
    /// said, or the later offset of the two that follow one another.
    pub fn seconds(&self, moment: &Broken) -> i64 {
        let wall = calendar::seconds(moment);
        let candidates = [-86_400, 86_400].map(|around| self.at(wall.saturating_add(around)));
        let fits = |local: &Local| {
            let seconds = wall - local.offset;
            self.at(seconds).offset == local.offset
        };
        let said = |local: &&Local| moment.summer < 0 || local.summer == (moment.summer > 0);
        let matching = candidates.iter().rev().filter(|local| fits(local));
        if let Some(local) = matching.clone().find(said) {
            return wall - local.offset;
        }
        if moment.summer >= 0
            && let Some(offset) = self.offset_when(wall, moment.summer > 0)
        {
            return wall - offset;
        }
        match matching.clone().next() {
            Some(local) => wall - local.offset,
            // The hour that is left out: the offset before it counts.
            None => wall - candidates[0].offset,
        }
    }

    /// The offset of the nearest time that is summer time, or isn't.
    fn offset_when(&self, near: i64, summer: bool) -> Option<i64> {
        const STEP: i64 = 601_200;
        (1..=53)
            .flat_map(|step| [near - step * STEP, near + step * STEP])
            .map(|at| self.at(at))
            .find(|local| local.summer == summer)
            .map(|local| local.offset)
            .or_else(|| (!summer).then(|| self.at(near).offset))
            .or_else(|| Some(self.at(near).offset + 3600))
    }

    /// Names and offsets in winter and in summer of a year.
    pub fn seasons(&self, year: i64) -> (Local, Local) {
        let january = self.at(calendar::days(year, 1, 1) * 86_400);
        let july = self.at(calendar::days(year, 7, 2) * 86_400);
        match january.offset > july.offset {
            true => (july, january),
            false => (january, july),
        }
    }
}

/// The zone that an interpreter uses, until `tzset()`.
#[derive(Default)]
pub struct Current(std::cell::RefCell<Option<Rc<Zone>>>);

impl Current {
    /// The zone, found when it is asked for first.
    pub fn get(&self, vm: &Vm) -> Rc<Zone> {
        if let Some(zone) = &*self.0.borrow() {
            return zone.clone();
        }
        self.renew(vm)
    }

    /// Looks for the zone again.
    pub fn renew(&self, vm: &Vm) -> Rc<Zone> {
        let zone = Rc::new(Zone::local(vm));
        *self.0.borrow_mut() = Some(zone.clone());
        zone
    }
}
