//! `_random`: the generator behind `random.Random`, the Mersenne Twister MT19937. What is made of its
//! numbers is written in Python in `random`.
//!
//! Reference: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed
//! uniform pseudo-random number generator", 1998, and its seeding by arrays of 2002.

use super::NativeModule;
use super::extension::{self, alloc, this};
use crate::native_payload;
use crate::object::heap::{Kind, Ref};
use crate::object::ops;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::text::int::{ByteOrder, from_bytes};
use crate::types::dict::Dict;
use crate::types::int::{from_int, int_ref};
use crate::types::tuple::Tuple;
use crate::types::{args, class_arg, sequence};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};

/// The module.
pub const RANDOM: NativeModule = NativeModule {
    name: "_random",
    doc: "The Mersenne Twister random number generator.",
    functions: &[],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(vm, namespace, &[&GENERATOR]);
    Ok(())
}

/// Words of state.
const N: usize = 624;
/// The word that is mixed with the first.
const M: usize = 397;

/// The payload of generators.
struct Generator {
    words: RefCell<Box<[u32; N]>>,
    /// The next word to be given out.
    at: Cell<usize>,
}
native_payload!(Generator);

impl Generator {
    fn new() -> Generator {
        Generator {
            words: RefCell::new(Box::new([0; N])),
            at: Cell::new(N),
        }
    }

    fn seed_word(&self, seed: u32) {
        let mut words = self.words.borrow_mut();
        words[0] = seed;
        for i in 1..N {
            let before = words[i - 1];
            words[i] = 1_812_433_253u32
                .wrapping_mul(before ^ before >> 30)
                .wrapping_add(i as u32);
        }
        self.at.set(N);
    }

    fn seed(&self, key: &[u32]) {
        self.seed_word(19_650_218);
        let mut words = self.words.borrow_mut();
        let mixed = |before: u32, factor: u32| (before ^ before >> 30).wrapping_mul(factor);
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            words[i] = (words[i] ^ mixed(words[i - 1], 1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            (i, j) = (i + 1, (j + 1) % key.len());
            if i == N {
                words[0] = words[N - 1];
                i = 1;
            }
        }
        for _ in 1..N {
            words[i] = (words[i] ^ mixed(words[i - 1], 1_566_083_941)).wrapping_sub(i as u32);
            i += 1;
            if i == N {
                words[0] = words[N - 1];
                i = 1;
            }
        }
        words[0] = 0x8000_0000;
    }

    #[inline(never)]
    fn refill(&self) {
        let mut words = self.words.borrow_mut();
        for i in 0..N {
            let y = words[i] & 0x8000_0000 | words[(i + 1) % N] & 0x7fff_ffff;
            let mixed = words[(i + M) % N] ^ y >> 1;
            words[i] = if y & 1 == 0 {
                mixed
            } else {
                mixed ^ 0x9908_b0df
            };
        }
        self.at.set(0);
    }

    #[inline]
    fn next(&self) -> u32 {
        if self.at.get() >= N {
            self.refill();
        }
        let at = self.at.get();
        self.at.set(at + 1);
        let mut y = self.words.borrow()[at];
        y ^= y >> 11;
        y ^= y << 7 & 0x9d2c_5680;
        y ^= y << 15 & 0xefc6_0000;
        y ^ y >> 18
    }

    /// A float from 0 up to 1, of 53 random bits.
    #[inline]
    fn float(&self) -> f64 {
        let (high, low) = (self.next() >> 5, self.next() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }
}

static GENERATOR: TypeTable = TypeTable {
    names_module: true,
    name: "Random",
    module: "_random",
    doc: "Random() -> create a random number generator with its own internal state.",
    kind: Kind::Native,
    subclassable: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", new),
        method(
            "__init__(self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        method(
            "random(self, /)",
            |vm, args| Ok(Value::float(this::<Generator>(vm, args)?.float())),
            "random() -> x in the interval [0, 1).",
        ),
        method(
            "seed(self, n=None, /)",
            seed,
            "Start the sequence that belongs to a number, or any sequence.",
        ),
        method(
            "getstate(self, /)",
            getstate,
            "The words of the state and the position among them, a tuple.",
        ),
        method(
            "setstate(self, state, /)",
            setstate,
            "Go on from a state that getstate() gave.",
        ),
        method(
            "getrandbits(self, k, /)",
            getrandbits,
            "getrandbits(k) -> x.  Generates an int with k random bits.",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(alloc(&class_arg(vm, &args[0], "Random")?, Generator::new()))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let keywords = sequence::keywords_of_init(&args[2], vm.class_of(&args[0]));
    if !crate::types::type_::keyword_args(vm, keywords).is_empty() {
        return Err(vm.type_error("Random() takes no keyword arguments"));
    }
    let given: &[Value] = args[1].get::<Tuple>().map_or(&[], |tuple| &tuple.items);
    match given {
        [] => seed(vm, &[args[0].clone(), Value::None]),
        [number] => seed(vm, &[args[0].clone(), number.clone()]),
        _ => Err(vm.type_error("Random() requires 0 or 1 argument")),
    }
}

fn seed(vm: &Vm, args: &[Value]) -> PyResult {
    let generator = this::<Generator>(vm, args)?;
    let bytes = match &args[1] {
        Value::None => random_bytes(vm),
        number => match int_ref(number) {
            Some(number) => {
                let size = (number.bit_length() / 8 + 1) as usize;
                let number = number.abs();
                let bytes = number.as_ref().to_bytes(size, ByteOrder::Little, false);
                bytes.unwrap_or_default()
            }
            None => ops::hash(vm, number)?.to_le_bytes().to_vec(),
        },
    };
    let mut key: Vec<u32> = bytes
        .chunks(4)
        .map(|chunk| {
            chunk
                .iter()
                .rev()
                .fold(0, |word, &byte| word << 8 | u32::from(byte))
        })
        .collect();
    while key.len() > 1 && key.last() == Some(&0) {
        key.pop();
    }
    generator.seed(&key);
    Ok(Value::None)
}

/// As many random bytes as there are in the state.
fn random_bytes(vm: &Vm) -> Vec<u8> {
    (0..N / 4).flat_map(|_| vm.host.entropy_16()).collect()
}

fn getstate(vm: &Vm, args: &[Value]) -> PyResult {
    let generator = this::<Generator>(vm, args)?;
    let words = generator.words.borrow();
    let mut state: Vec<Value> = words.iter().map(|&word| Value::Int(word.into())).collect();
    state.push(Value::Int(generator.at.get() as i64));
    drop(words);
    Ok(vm.tuple(state))
}

fn setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let generator = this::<Generator>(vm, args)?;
    let Some(state) = args[1].get::<Tuple>() else {
        return Err(vm.type_error("state vector must be a tuple"));
    };
    if state.items.len() != N + 1 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    let mut new = Box::new([0; N]);
    for (word, item) in new.iter_mut().zip(&state.items) {
        *word = state_word(vm, item)? as u32;
    }
    let at = state_word(vm, &state.items[N])?;
    if at > N as u64 {
        return Err(vm.value_error("invalid state"));
    }
    *generator.words.borrow_mut() = new;
    generator.at.set(at as usize);
    Ok(Value::None)
}

fn state_word(vm: &Vm, item: &Value) -> PyResult<u64> {
    let Some(number) = int_ref(item) else {
        return Err(vm.type_error("an integer is required"));
    };
    if number.is_negative() {
        return Err(vm.overflow_error("can't convert negative value to unsigned int"));
    }
    number
        .to_u64()
        .ok_or(())
        .map_err(|()| vm.overflow_error("Python int too large to convert to C unsigned long"))
}

fn getrandbits(vm: &Vm, args: &[Value]) -> PyResult {
    let generator = this::<Generator>(vm, args)?;
    let count = args::c_int(vm, &args[1])?;
    let Ok(count) = usize::try_from(count) else {
        return Err(vm.value_error("number of bits must be non-negative"));
    };
    match count {
        0 => return Ok(Value::Int(0)),
        1..=32 => return Ok(Value::Int((generator.next() >> (32 - count)).into())),
        _ => {}
    }
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(count / 8 + 8).is_err() {
        return Err(vm.memory_error(""));
    }
    let mut left = count;
    while left > 0 {
        let mut word = generator.next();
        if left < 32 {
            word >>= 32 - left;
        }
        bytes.extend(word.to_le_bytes());
        left = left.saturating_sub(32);
    }
    Ok(from_int(vm, from_bytes(&bytes, ByteOrder::Little, false)))
}
