//! The signals of the process and its timer, for [`super::StdHost`].

use super::facts::Action;
use signal_hook::consts::{FORBIDDEN, SIGINT, SIGKILL, SIGSTOP};
use std::cell::{Cell, RefCell};
use std::fs::File;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// One more than the number of the last signal there can be.
const SIGNALS: usize = 65;

/// What is known of a signal.
#[derive(Default)]
struct Signal {
    /// Whether it has arrived.
    arrived: Arc<AtomicBool>,
    /// Whether the system's default is to happen.
    default: Arc<AtomicBool>,
    /// Whether the process has a handler for it.
    hooked: Cell<bool>,
    caught: Cell<bool>,
}

/// The timer that sends SIGALRM.
struct Timer {
    /// Dropping it ends the timer.
    _stop: Sender<()>,
    start: Instant,
    first: Duration,
    interval: Duration,
}

/// The signals of the process.
pub struct Signals {
    all: Vec<Signal>,
    /// Whether any has arrived.
    any: Arc<AtomicBool>,
    timer: RefCell<Option<Timer>>,
    /// Whether Ctrl-C was ignored from the start.
    ignored: Cell<bool>,
}

/// Whether this process ignores a signal, as far as the system tells.
fn is_ignored(number: i32) -> bool {
    // One read of one line: this is done at every start.
    let mut line = [0; 1024];
    let read = File::open("/proc/self/stat").and_then(|mut file| file.read(&mut line));
    let ignored = read
        .ok()
        .and_then(|length| ignored_signals(&line[..length]));
    ignored.is_some_and(|mask| mask >> (number - 1) & 1 == 1)
}

/// The field of proc(5)'s stat that tells them, the 33rd. The name before it may hold anything.
fn ignored_signals(stat: &[u8]) -> Option<u64> {
    let end_of_name = memchr::memrchr(b')', stat)?;
    let fields = std::str::from_utf8(&stat[end_of_name + 1..]).ok()?;
    fields.split_ascii_whitespace().nth(30)?.parse().ok()
}

impl Default for Signals {
    fn default() -> Signals {
        Signals {
            all: (0..SIGNALS).map(|_| Signal::default()).collect(),
            any: Arc::default(),
            timer: RefCell::default(),
            ignored: Cell::default(),
        }
    }
}

impl Signals {
    fn of(&self, number: i32) -> io::Result<&Signal> {
        let known = usize::try_from(number).ok().filter(|&at| at > 0);
        known
            .and_then(|at| self.all.get(at))
            .ok_or_else(|| io::Error::from_raw_os_error(22))
    }

    fn hook(&self, number: i32, signal: &Signal) -> io::Result<()> {
        if signal.hooked.get() {
            return Ok(());
        }
        if [SIGKILL, SIGSTOP].contains(&number) {
            return Err(io::Error::from_raw_os_error(22));
        }
        if FORBIDDEN.contains(&number) {
            let message = format!("signal {number} can't be handled");
            return Err(io::Error::new(io::ErrorKind::Unsupported, message));
        }
        use signal_hook::flag;
        flag::register(number, signal.arrived.clone())?;
        flag::register(number, self.any.clone())?;
        flag::register_conditional_default(number, signal.default.clone())?;
        signal.hooked.set(true);
        Ok(())
    }

    /// What is done when a signal arrives from now on.
    pub fn set(&self, number: i32, action: Action) -> io::Result<()> {
        let signal = self.of(number)?;
        if action == Action::Default && !signal.hooked.get() {
            return Ok(());
        }
        self.hook(number, signal)?;
        signal.caught.set(action == Action::Catch);
        let default = action == Action::Default;
        signal.default.store(default, Ordering::Relaxed);
        signal.arrived.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Has Ctrl-C told to the interpreter, unless whoever started the process has it ignored.
    pub fn catch_interrupts(&self) {
        if is_ignored(SIGINT) {
            self.ignored.set(true);
            return;
        }
        // Without a handler, Ctrl-C ends the process at once, which is no worse.
        let _ = self.set(SIGINT, Action::Catch);
    }

    /// Whether a signal waits to be taken.
    pub fn have_arrived(&self) -> bool {
        self.any.load(Ordering::Relaxed)
    }

    /// Whether Ctrl-C was found ignored.
    pub fn ignores_interrupts(&self) -> bool {
        self.ignored.get()
    }

    /// A signal that has arrived and is caught.
    pub fn take(&self) -> Option<i32> {
        if !self.any.load(Ordering::Relaxed) {
            return None;
        }
        self.any.store(false, Ordering::Relaxed);
        let mut found = None;
        for (number, signal) in self.all.iter().enumerate() {
            if !signal.caught.get() || !signal.arrived.load(Ordering::Relaxed) {
                continue;
            }
            if found.is_some() {
                // The others are taken by the calls that follow.
                self.any.store(true, Ordering::Relaxed);
                break;
            }
            signal.arrived.store(false, Ordering::Relaxed);
            found = Some(number as i32);
        }
        found
    }

    /// What is left of the timer, and its interval.
    pub fn timer(&self) -> (Duration, Duration) {
        let timer = self.timer.borrow();
        let Some(timer) = &*timer else {
            return Default::default();
        };
        let passed = timer.start.elapsed();
        let left = match timer.first.checked_sub(passed) {
            Some(left) => left,
            None if timer.interval.is_zero() => return Default::default(),
            None => {
                let into = (passed - timer.first).as_nanos() % timer.interval.as_nanos();
                timer.interval - Duration::from_nanos(u64::try_from(into).unwrap_or(0))
            }
        };
        (left, timer.interval)
    }

    /// Sets the timer.
    pub fn set_timer(
        &self,
        first: Duration,
        interval: Duration,
    ) -> io::Result<(Duration, Duration)> {
        let before = self.timer();
        self.timer.take();
        if first.is_zero() {
            return Ok(before);
        }
        let (stop, stopped) = mpsc::channel();
        let mut wait = first;
        thread::Builder::new().spawn(move || {
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                // To the process: its main thread gets it, whose waiting it ends.
                let me = rustix::process::getpid();
                let sent = rustix::process::kill_process(me, rustix::process::Signal::ALARM);
                if sent.is_err() || interval.is_zero() {
                    break;
                }
                wait = interval;
            }
        })?;
        *self.timer.borrow_mut() = Some(Timer {
            _stop: stop,
            start: Instant::now(),
            first,
            interval,
        });
        Ok(before)
    }
}
