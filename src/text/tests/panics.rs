//! Random input to every algorithm: whatever it is, there must be an answer. `DUNDER_TEXT_ROUNDS`
//! asks for more rounds than a test run takes.

use super::super::codec::{self, Builtin};
use super::super::format_spec::{Family, Spec};
use super::super::int::{ByteOrder, IntRef};
use super::super::pad::Side;
use super::super::percent::{self, Directive, Source, Star};
use super::super::str_format::{self, Fields, Step};
use super::super::{Error, Text, ascii, escape, float, hash, int, search, unicode};

const CHARACTERS: &str =
    "aZ09é中😀\n\r\t \u{1f}\u{2028}Σσß\0'\"\\%(){}[]!:.<>=^+-#_,*xXdeEfgGsrcniInfaj٣";

const CODECS: [&str; 14] = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
    "ascii",
    "latin-1",
    "cp1252",
    "cp437",
    "unicode_escape",
    "raw_unicode_escape",
];

const HANDLERS: [&str; 8] = [
    "strict",
    "ignore",
    "replace",
    "backslashreplace",
    "xmlcharrefreplace",
    "namereplace",
    "surrogateescape",
    "surrogatepass",
];

/// A generator of numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    fn choice<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn text(&mut self, alphabet: &[u32], most: usize) -> Text {
        (0..self.below(most + 1))
            .map(|_| self.choice(alphabet))
            .collect()
    }

    fn bytes(&mut self) -> Vec<u8> {
        let byte = |random: &mut Random| match random.below(4) {
            0 => random.below(256) as u8,
            1 => random.choice(b"\\xuUN{}0147af\n"),
            2 => random.choice(&[0xed, 0xa0, 0x80, 0xff, 0xfe, 0xf4, 0x90, 0xd8, 0xdc]),
            _ => random.below(128) as u8,
        };
        (0..self.below(12)).map(|_| byte(self)).collect()
    }

    fn float(&mut self) -> f64 {
        self.below(2);
        f64::from_bits(self.0)
    }
}

impl Source for Random {
    type Failure = Error;

    fn is_mapping(&self) -> bool {
        true
    }

    fn key(&mut self, _: Text) -> Result<(), Error> {
        Ok(())
    }

    fn star(&mut self) -> Result<Star, Error> {
        Ok(Star::Int(self.below(40) as i64 - 20))
    }

    fn convert(&mut self, directive: &Directive, out: &mut Vec<u8>) -> Result<(), Error> {
        let mut directive = directive.clone();
        directive.width %= 1000;
        directive.precision = directive.precision.map(|precision| precision % 3000);
        match self.below(4) {
            0 => directive.put_float(out, self.float()),
            1 => directive.put_int(out, IntRef::Small(self.0 as i64), 4300),
            2 => directive.put_char(out, 0x4e2d),
            _ => directive.put_text(out, &Text::from("héllo")),
        }
    }

    fn has_rest(&self) -> bool {
        false
    }
}

/// Fields that all have the value nothing.
struct Nothing;

impl Fields for Nothing {
    type Value = ();
    type Failure = Error;

    fn positional(&mut self, _: usize) -> Result<(), Error> {
        Ok(())
    }

    fn keyword(&mut self, _: Text) -> Result<(), Error> {
        Ok(())
    }

    fn step(&mut self, (): (), _: Step) -> Result<(), Error> {
        Ok(())
    }

    fn convert(&mut self, (): (), _: str_format::Conversion) -> Result<(), Error> {
        Ok(())
    }

    fn format(&mut self, (): (), spec: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        out.extend_from_slice(spec);
        Ok(())
    }
}

fn strings(random: &mut Random, text: &Text, other: &Text, third: &Text) {
    let range = random.below(text.len() + 3)..random.below(text.len() + 3);
    let most = Some(random.below(5)).filter(|&most| most > 0);
    let mut pieces = vec![text.strip(Some(other), range.start > 2, range.end > 2)];
    let _ = (
        text.slice(range.clone()),
        text.get(range.start),
        text.find(other, range.clone()),
    );
    let _ = (
        text.rfind(other, range.clone()),
        text.count(other, range.clone()),
    );
    let _ = (
        text.starts_with(other, range.clone()),
        text.ends_with(other, range.clone()),
    );
    let _ = (
        text.replace(other, third, most),
        text.concat(other),
        text.repeat(range.start),
    );
    if !other.is_empty() {
        pieces.extend(text.split(other, most));
        pieces.extend(text.rsplit(other, most));
    }
    pieces.extend(text.split_space(most));
    pieces.extend(text.rsplit_space(most));
    pieces.extend(text.split_lines(range.start > 2));
    let bytes = text.as_bytes();
    pieces.extend(search::split_lines(bytes, range.start > 2));
    pieces.extend(search::split_ascii_space(bytes, most));
    pieces.extend(search::rsplit_ascii_space(bytes, most));
    for piece in pieces {
        assert!(bytes.get(piece).is_some());
    }
    let step = random.below(90) as isize - 45;
    let _ = (
        text.slice_step(range.start, step, range.end),
        text.slice_step(range.start, 0, 2),
    );
    let _ = text.pad(range.start * 3, 0x4e2d, Side::Both);
    let _ = (
        text.zfill(range.end * 2),
        text.expand_tabs(random.below(12) as i64 - 2),
    );
    let mut longer = text.clone();
    longer.push_text(other);
    longer.push(0x4e2d);
    let _ = (
        longer.get(range.start),
        longer.char_offset(longer.byte_offset(range.end)),
    );
    let _ = (
        ascii::hex(bytes, Some(b':'), random.below(9) as i64 - 4),
        ascii::from_hex(text),
    );
    let _ = (
        ascii::title(bytes),
        ascii::swapcase(bytes),
        ascii::is_title(bytes),
    );
}

fn characters(random: &mut Random, text: &Text) {
    for convert in [
        unicode::upper,
        unicode::lower,
        unicode::title,
        unicode::swapcase,
    ] {
        convert(text);
    }
    let _ = (
        unicode::capitalize(text),
        unicode::casefold(text),
        unicode::is_title(text),
    );
    let _ = (
        unicode::is_identifier(text),
        unicode::is_printable(text),
        unicode::is_lower(text),
    );
    let c = random.below(0x110000) as u32;
    let _ = (
        unicode::name(c),
        unicode::simple_lower(c),
        unicode::numeric_value(c),
    );
    unicode::character(&text.to_string_lossy());
    unicode::normalize(unicode::Form::Nfkc, text);
    let _ = (
        escape::repr(text),
        escape::ascii(text),
        escape::repr_bytes(text.as_bytes()),
    );
}

fn formats(random: &mut Random, text: &Text, other: &Text) {
    for family in [Family::Int, Family::Float, Family::Complex, Family::Str] {
        let Ok(mut spec) = Spec::parse(text.as_bytes(), family, "x") else {
            continue;
        };
        spec.width %= 1000;
        spec.precision = spec.precision.map(|precision| precision % 3000);
        let (real, imag) = (random.float(), random.float());
        let _ = spec.format_int(IntRef::Small(random.0 as i64), "x", 4300);
        let _ = (
            spec.format_float(real, "x"),
            spec.format_complex(real, imag, "x"),
        );
        let _ = spec.format_str(other, "x");
    }
    let _ = percent::format(text, random, &mut Vec::new());
    let _ = percent::format_bytes(text.as_bytes(), random);
    let _ = str_format::format(text.as_bytes(), &mut Nothing, &mut Vec::new());
}

fn codecs(random: &mut Random, text: &Text) {
    let codec = codec::lookup(random.choice(&CODECS)).expect("an encoding");
    let mut handler = Builtin::of_name(random.choice(&HANDLERS)).expect("a handler");
    let finish = random.below(2) == 0;
    if let Ok(decoded) = codec::decode(codec, &random.bytes(), finish, &mut handler) {
        assert_eq!(decoded.text.len(), decoded.text.chars().count());
    }
    let _ = codec::encode(codec, text, &mut handler);
}

fn numbers(random: &mut Random, text: &Text) {
    let _ = int::parse(text, random.below(40) as i64 - 1, 4300);
    let _ = (
        float::parse(text),
        float::parse_complex(text),
        float::from_hex(text),
    );
    let (x, y) = (random.float(), random.float());
    let places = IntRef::Small(random.below(700) as i64 - 350);
    let _ = (
        float::repr(x),
        float::to_hex(x),
        float::div_mod(x, y),
        float::pow(x, y),
    );
    let _ = (
        float::round(x, places),
        int::from_float(x),
        int::float_ratio(x),
    );
    let _ = (
        float::complex_arith::pow((x, y), (y, x)),
        hash::hash_float(x),
    );
    let a = int::from_bytes(&random.bytes(), ByteOrder::Big, true);
    let b = int::from_bytes(&random.bytes(), ByteOrder::Big, true);
    let (a, b, c) = (
        a.as_ref(),
        b.as_ref(),
        IntRef::Small(random.below(9) as i64 - 4),
    );
    let _ = (
        a.div_mod(b),
        a.true_div(b),
        a.pow_mod(b, c),
        a.gcd(b),
        a.round(c),
        a.isqrt(),
    );
    let _ = (
        a.shr(b),
        a.shl(c),
        a.to_bytes(9, ByteOrder::Little, true),
        a.to_f64(),
    );
    let _ = (
        a.partial_cmp_float(x),
        hash::hash_int(a),
        a.and(b),
        a.or(b),
        a.xor(b),
        a.invert(),
    );
}

#[test]
fn no_input_panics() {
    let surrogates = [0xd800, 0xdfff, 0x10ffff];
    let alphabet: Vec<u32> = CHARACTERS
        .chars()
        .map(u32::from)
        .chain(surrogates)
        .collect();
    let rounds = std::env::var("DUNDER_TEXT_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok());
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..rounds.unwrap_or(3_000) {
        let most = if round % 50 == 0 { 200 } else { 14 };
        let text = random.text(&alphabet, most);
        let (other, third) = (random.text(&alphabet, 3), random.text(&alphabet, 3));
        strings(&mut random, &text, &other, &third);
        characters(&mut random, &text);
        formats(&mut random, &text, &other);
        codecs(&mut random, &text);
        numbers(&mut random, &text);
    }
}
