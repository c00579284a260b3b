//! `_hashlib` and `_blake2`: hashes of bytes. SHA-3 is in `keccak`, BLAKE2 in `blake2`; MD5, SHA-1 and
//! SHA-2 are crates'. What is made of them is written in Python in `hashlib`.

mod blake2;
mod keccak;

use self::blake2::{Blake2, Parameters, Variant};
use self::keccak::Sponge;
use super::NativeModule;
use super::extension::{self, alloc, this};
use crate::object::heap::{Kind, Ref};
use crate::object::ops;
use crate::object::table::{self, Constant, Property, Row, TypeTable, getter, method};
use crate::object::value::{PyResult, Value};
use crate::text::ascii;
use crate::types::args::{self, OrRaise};
use crate::types::dict::Dict;
use crate::types::native::NativePayload;
use crate::types::str::text_of;
use crate::types::{buffer, slots};
use crate::vm::Vm;
use sha2::Digest;
use std::cell::RefCell;

/// The hashes without parameters.
pub const HASHLIB: NativeModule = NativeModule {
    name: "_hashlib",
    doc: "Hashes of bytes.",
    functions: &[
        method(
            "new(name, string=<unrepresentable>, *, usedforsecurity=True)",
            |vm, args| {
                let name = args::text(vm, &args[0], "new() argument 'name'")?.to_string();
                named(vm, &name, &args[1])
            },
            "A hash of that name, of the bytes of string.",
        ),
        method(
            "pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)",
            pbkdf2_hmac,
            "A key made of a password by PKCS #5's function 2 with HMAC.",
        ),
    ],
    fill,
};

/// BLAKE2.
pub const BLAKE2: NativeModule = NativeModule {
    name: "_blake2",
    doc: "_blake2b provides BLAKE2b for hashlib",
    functions: &[],
    fill: |vm, namespace| {
        extension::add_classes(vm, namespace, &[&BLAKE2B, &BLAKE2S]);
        Ok(())
    },
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(vm, namespace, &[&HASH, &HASH_XOF]);
    Ok(())
}

macro_rules! hashes {
    ($($variant:ident $name:literal $type:ty, $block:literal;)*) => {
        /// A hash on its way.
        #[derive(Clone)]
        enum State {
            $($variant($type),)*
            Keccak(Sponge),
            Blake2(Blake2),
        }

        impl State {
            fn named(name: &str) -> Option<State> {
                Some(match name {
                    $($name => State::$variant(<$type>::new()),)*
                    "sha3_224" => State::Keccak(Sponge::sha3(28)),
                    "sha3_256" => State::Keccak(Sponge::sha3(32)),
                    "sha3_384" => State::Keccak(Sponge::sha3(48)),
                    "sha3_512" => State::Keccak(Sponge::sha3(64)),
                    "shake_128" => State::Keccak(Sponge::shake(32)),
                    "shake_256" => State::Keccak(Sponge::shake(64)),
                    _ => return None,
                })
            }
            fn update(&mut self, data: &[u8]) {
                match self {
                    $(State::$variant(hash) => Digest::update(hash, data),)*
                    State::Keccak(sponge) => sponge.update(data),
                    State::Blake2(hash) => hash.update(data),
                }
            }
            /// The bytes of the digest; 0 where that is asked for.
            fn output(&self) -> usize {
                match self {
                    $(State::$variant(_) => <$type as Digest>::output_size(),)*
                    State::Keccak(sponge) => sponge.output(),
                    State::Blake2(hash) => hash.output(),
                }
            }
            fn block(&self) -> usize {
                match self {
                    $(State::$variant(_) => $block,)*
                    State::Keccak(sponge) => sponge.block(),
                    State::Blake2(hash) => hash.block(),
                }
            }
            /// The digest; `length` counts only where there is none by itself.
            fn digest(self, length: usize) -> Vec<u8> {
                match self {
                    $(State::$variant(hash) => hash.finalize().to_vec(),)*
                    State::Keccak(sponge) => match sponge.output() {
                        0 => sponge.digest(length),
                        own => sponge.digest(own),
                    },
                    State::Blake2(hash) => hash.finish(),
                }
            }
        }
    };
}

hashes! {
    Md5 "md5" md5::Md5, 64;
    Sha1 "sha1" sha1::Sha1, 64;
    Sha224 "sha224" sha2::Sha224, 64;
    Sha256 "sha256" sha2::Sha256, 64;
    Sha384 "sha384" sha2::Sha384, 128;
    Sha512 "sha512" sha2::Sha512, 128;
}

/// The payload of hash objects.
struct Hash {
    name: String,
    state: RefCell<State>,
}

impl NativePayload for Hash {}

const UPDATE: Row = method(
    "update(self, obj, /)",
    |vm, args| {
        let hash = this::<Hash>(vm, args)?;
        let data = data(vm, &args[1])?;
        hash.state.borrow_mut().update(&data);
        Ok(Value::None)
    },
    "Take in more bytes.",
);
const COPY: Row = method(
    "copy(self, /)",
    |vm, args| {
        let hash = this::<Hash>(vm, args)?;
        let copy = Hash {
            name: hash.name.clone(),
            state: hash.state.clone(),
        };
        Ok(alloc(vm.class_of(&args[0]), copy))
    },
    "A copy of the hash object.",
);
const DIGEST: Row = method(
    "digest(self, /)",
    |vm, args| digest(vm, args, 0).map(|bytes| vm.bytes(bytes)),
    "The digest of all bytes so far.",
);
const HEXDIGEST: Row = method(
    "hexdigest(self, /)",
    |vm, args| hex(vm, &digest(vm, args, 0)?),
    "The digest of all bytes so far in hexadecimal digits.",
);
const PROPERTIES: &[Property] = &[
    getter(
        "name",
        |vm, value| Ok(vm.str(&this::<Hash>(vm, std::slice::from_ref(value))?.name)),
        "",
    ),
    getter(
        "digest_size",
        |vm, value| {
            let hash = this::<Hash>(vm, std::slice::from_ref(value))?;
            Ok(Value::Int(hash.state.borrow().output() as i64))
        },
        "",
    ),
    getter(
        "block_size",
        |vm, value| {
            let hash = this::<Hash>(vm, std::slice::from_ref(value))?;
            Ok(Value::Int(hash.state.borrow().block() as i64))
        },
        "",
    ),
];

static HASH: TypeTable = TypeTable {
    name: "HASH",
    module: "_hashlib",
    doc: "A hash is an object used to calculate a checksum of a string of information.",
    kind: Kind::Native,
    methods: &[slots::repr(repr), UPDATE, COPY, DIGEST, HEXDIGEST],
    properties: PROPERTIES,
    ..TypeTable::DEFAULT
};

static HASH_XOF: TypeTable = TypeTable {
    name: "HASHXOF",
    module: "_hashlib",
    doc: "A hash whose digests can have any length.",
    kind: Kind::Native,
    methods: &[
        slots::repr(repr),
        UPDATE,
        COPY,
        method(
            "digest(self, /, length)",
            |vm, args| digest(vm, args, length(vm, &args[1])?).map(|bytes| vm.bytes(bytes)),
            "A digest of that length of all bytes so far.",
        ),
        method(
            "hexdigest(self, /, length)",
            |vm, args| hex(vm, &digest(vm, args, length(vm, &args[1])?)?),
            "A digest of that length of all bytes so far in hexadecimal digits.",
        ),
    ],
    properties: PROPERTIES,
    ..TypeTable::DEFAULT
};

/// The longest digest.
const LONGEST: i64 = 1 << 29;

fn length(vm: &Vm, value: &Value) -> PyResult<usize> {
    match args::size(vm, value)? {
        length @ 0..LONGEST => Ok(length as usize),
        _ => Err(vm.value_error("length is too large")),
    }
}

fn hex(vm: &Vm, bytes: &[u8]) -> PyResult {
    ascii::hex(bytes, None, 0)
        .or_raise(vm)
        .map(|digits| vm.text(digits))
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let hash = this::<Hash>(vm, args)?;
    let at = args[0].id();
    let class = vm.type_name(&args[0]);
    Ok(vm.str(&format!("<{} {class} object @ {at:#x}>", hash.name)))
}

/// The bytes to be hashed.
fn data<'a>(vm: &Vm, value: &'a Value) -> PyResult<buffer::View<'a>> {
    if text_of(value).is_some() {
        return Err(vm.type_error("Strings must be encoded before hashing"));
    }
    buffer::view(vm, value)?
        .ok_or(())
        .map_err(|()| vm.type_error("object supporting the buffer API required"))
}

fn digest(vm: &Vm, args: &[Value], length: usize) -> PyResult<Vec<u8>> {
    let state = this::<Hash>(vm, args)?.state.borrow().clone();
    Ok(state.digest(length))
}

/// A hash of that name, of the bytes given if there are any.
fn named(vm: &Vm, name: &str, string: &Value) -> PyResult {
    let plain = name.to_ascii_lowercase().replace('-', "_");
    let Some(mut state) = State::named(&plain) else {
        return Err(vm.value_error(format!("unsupported hash type {name}")));
    };
    if !string.is_unbound() {
        state.update(&data(vm, string)?);
    }
    let table = if state.output() == 0 {
        &HASH_XOF
    } else {
        &HASH
    };
    let hash = Hash {
        name: plain,
        state: RefCell::new(state),
    };
    Ok(alloc(&extension::class(vm, table), hash))
}

// ---------------------------------------------------------------------------------------------
// HMAC and keys

/// The HMACs of a key: the states after the key, to which the message comes. Reference: RFC 2104.
fn hmac_states(state: &State, key: &[u8]) -> (State, State) {
    let block = state.block();
    let mut key = match key.len() > block {
        true => {
            let mut long = state.clone();
            long.update(key);
            long.digest(0)
        }
        false => key.to_vec(),
    };
    key.resize(block, 0);
    let keyed = |pad: u8| {
        let mut keyed = state.clone();
        keyed.update(&key.iter().map(|byte| byte ^ pad).collect::<Vec<u8>>());
        keyed
    };
    (keyed(0x36), keyed(0x5c))
}

fn hmac((inner, outer): &(State, State), message: &[&[u8]]) -> Vec<u8> {
    let (mut inner, mut outer) = (inner.clone(), outer.clone());
    message.iter().for_each(|part| inner.update(part));
    outer.update(&inner.digest(0));
    outer.digest(0)
}

/// Reference: RFC 8018, 5.2.
fn pbkdf2_hmac(vm: &Vm, args: &[Value]) -> PyResult {
    let name = args::text(vm, &args[0], "pbkdf2_hmac() argument 'hash_name'")?.to_string();
    let plain = name.to_ascii_lowercase().replace('-', "_");
    let state = State::named(&plain).filter(|state| state.output() > 0);
    let Some(state) = state else {
        return Err(vm.value_error(format!("unsupported hash type {name}")));
    };
    let password = buffer::required(vm, &args[1])?.to_vec();
    let salt = buffer::required(vm, &args[2])?.to_vec();
    let iterations = args::size(vm, &args[3])?;
    if iterations < 1 {
        return Err(vm.value_error("iteration value must be greater than 0."));
    }
    let length = match &args[4] {
        Value::None => state.output() as i64,
        length => args::size(vm, length)?,
    };
    if !(1..=i64::from(i32::MAX)).contains(&length) {
        return Err(vm.value_error("key length must be greater than 0."));
    }
    let states = hmac_states(&state, &password);
    let mut key = Vec::new();
    for block in 1u32.. {
        let mut last = hmac(&states, &[&salt, &block.to_be_bytes()]);
        let mut sum = last.clone();
        for _ in 1..iterations {
            vm.tick()?;
            last = hmac(&states, &[&last]);
            sum.iter_mut()
                .zip(&last)
                .for_each(|(sum, byte)| *sum ^= byte);
        }
        key.extend(sum);
        if key.len() >= length as usize {
            break;
        }
    }
    key.truncate(length as usize);
    Ok(vm.bytes(key))
}

// ---------------------------------------------------------------------------------------------
// BLAKE2

macro_rules! blake2_table {
    ($name:literal, $variant:expr, $most:literal, $salt:literal) => {
        TypeTable {
            name: $name,
            module: "_blake2",
            doc: "Return a new BLAKE2 hash object.",
            kind: Kind::Native,
            methods: &[
                table::new(
                    concat!(
                        "__new__(type, data=<unrepresentable>, /, *, digest_size=", $most,
                        ", key=<unrepresentable>, salt=<unrepresentable>, person=<unrepresentable>, fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)"
                    ),
                    |vm, args| blake2_new(vm, args, $variant, $name),
                ),
                UPDATE, COPY, DIGEST, HEXDIGEST,
            ],
            properties: PROPERTIES,
            constants: {
                const CONSTANTS: &[(&str, Constant)] = &[
                    ("SALT_SIZE", |_| Value::Int($salt)),
                    ("PERSON_SIZE", |_| Value::Int($salt)),
                    ("MAX_KEY_SIZE", |_| Value::Int($most)),
                    ("MAX_DIGEST_SIZE", |_| Value::Int($most)),
                ];
                CONSTANTS
            },
            ..TypeTable::DEFAULT
        }
    };
}

static BLAKE2B: TypeTable = blake2_table!("blake2b", Variant::B, 64, 16);
static BLAKE2S: TypeTable = blake2_table!("blake2s", Variant::S, 32, 8);

/// A number argument of at most so many bytes.
fn bounded(vm: &Vm, value: &Value, bytes: u32, name: &str) -> PyResult<u64> {
    let number = ops::index(vm, value)?;
    let number = crate::types::int::int_ref(&number).and_then(|int| int.to_u64());
    match number.filter(|&n| bytes >= 8 || n >> (8 * bytes) == 0) {
        Some(number) => Ok(number),
        None => Err(vm.overflow_error(format!("{name} is too large"))),
    }
}

fn blake2_new(vm: &Vm, args: &[Value], variant: Variant, name: &str) -> PyResult {
    let most = variant.most();
    let size = args::c_int(vm, &args[2])?;
    if size < 1 || size as usize > most {
        return Err(vm.value_error(format!("digest_size must be between 1 and {most} bytes")));
    }
    let bytes = |at: usize, what: &str, limit: usize| -> PyResult<Vec<u8>> {
        let bytes = match &args[at] {
            Value::Unbound => Vec::new(),
            value => buffer::required(vm, value)?.to_vec(),
        };
        match bytes.len() <= limit {
            true => Ok(bytes),
            false => Err(vm.value_error(format!("maximum {what} length is {limit} bytes"))),
        }
    };
    let byte = |at: usize, what: &str, least: i32| match args::c_int(vm, &args[at])? {
        number if (least..=255).contains(&number) => Ok(number as u8),
        _ => Err(vm.value_error(format!("{what} must be between {least} and 255"))),
    };
    let inner_size = args::c_int(vm, &args[11])?;
    if inner_size < 0 || inner_size as usize > most {
        return Err(vm.value_error(format!("inner_size must be between 0 and is {most}")));
    }
    let offset_bytes = if variant == Variant::B { 8 } else { 6 };
    let parameters = Parameters {
        digest: size as u8,
        salt: bytes(4, "salt", variant.salt())?,
        person: bytes(5, "person", variant.salt())?,
        fanout: byte(6, "fanout", 0)?,
        depth: byte(7, "depth", 1)?,
        leaf_size: bounded(vm, &args[8], 4, "leaf_size")? as u32,
        node_offset: bounded(vm, &args[9], offset_bytes, "node_offset")?,
        node_depth: byte(10, "node_depth", 0)?,
        inner_size: inner_size as u8,
        last_node: ops::truth(vm, &args[12])?,
        key: bytes(3, "key", most)?,
    };
    let mut hash = Blake2::new(variant, &parameters);
    if !args[1].is_unbound() {
        hash.update(&data(vm, &args[1])?);
    }
    let hash = Hash {
        name: name.to_owned(),
        state: RefCell::new(State::Blake2(hash)),
    };
    let class = crate::types::class_arg(vm, &args[0], name)?;
    Ok(alloc(&class, hash))
}
