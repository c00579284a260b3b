//! Encodings and their error handlers; names and normalisation of characters.

use super::super::codec::{
    self, Builtin, Codec, Decoded, Fault, OnDecodeFault, decode_message, encode_message,
};
use super::super::{Class, Error, Text, unicode};
use super::{Answer, Args, Operation, bytes, check, shown};

fn codec_of(name: &str) -> Codec {
    codec::lookup(name).expect("an encoding")
}

fn raised(fault: Fault, message: &str) -> Answer {
    let Fault {
        encoding,
        start,
        end,
        reason,
    } = fault;
    shown(format!("!{encoding}|{start}|{end}|{reason}|{message}"))
}

/// Keeps what was decoded when the fault arose, as positions may count from after a mark.
struct Recording(Builtin, Vec<u8>);

impl OnDecodeFault for Recording {
    type Failure = Fault;

    fn fix(&mut self, fault: Fault, input: &[u8]) -> Result<(Text, usize), Fault> {
        self.1 = input.to_vec();
        self.0.fix(fault, input)
    }
}

fn decode_with(args: &Args, input: &[u8], codec: Codec, finish: bool) -> Result<Decoded, Answer> {
    let builtin = Builtin::of_name(args.str(2)).expect("a handler");
    let mut handler = Recording(builtin, Vec::new());
    codec::decode(codec, input, finish, &mut handler).map_err(|fault| {
        if builtin.only_encodes() {
            return shown("!don't know how to handle UnicodeDecodeError in error callback");
        }
        let Fault {
            encoding,
            start,
            end,
            reason,
        } = fault;
        raised(
            fault,
            &decode_message(encoding, &handler.1, start, end, reason),
        )
    })
}

fn decode(args: &Args) -> Answer {
    match decode_with(args, &args.bytes(0), codec_of(args.str(1)), true) {
        Ok(decoded) => Ok(decoded.text),
        Err(raised) => raised,
    }
}

fn incremental(args: &Args) -> Answer {
    let (mut codec, mut pending, mut parts) = (codec_of(args.str(1)), Vec::new(), Vec::new());
    for byte in args.bytes(0).iter().map(Some).chain([None]) {
        pending.extend(byte);
        match decode_with(args, &pending, codec, byte.is_none()) {
            Ok(decoded) => {
                if let Some(fault) = codec::missing_mark(codec, &pending, decoded.consumed) {
                    let Fault {
                        encoding,
                        start,
                        end,
                        reason,
                    } = fault;
                    return raised(
                        fault,
                        &decode_message(encoding, &pending, start, end, reason),
                    );
                }
                pending.drain(..decoded.consumed);
                codec = decoded.next;
                parts.push(decoded.text);
            }
            Err(raised) => return raised,
        }
    }
    Text::from("|").join(&parts)
}

fn encode(args: &Args) -> Answer {
    let mut handler = Builtin::of_name(args.str(2)).expect("a handler");
    match codec::encode(codec_of(args.str(1)), args.text(0), &mut handler) {
        Ok(encoded) => bytes(&encoded),
        Err(fault) => {
            let Fault {
                encoding,
                start,
                end,
                reason,
            } = fault;
            raised(
                fault,
                &encode_message(encoding, args.text(0), start, end, reason),
            )
        }
    }
}

fn normalize(args: &Args) -> Answer {
    let form = unicode::Form::of_name(args.str(0)).expect("a form");
    Ok(unicode::normalize(form, args.text(1)))
}

const OPERATIONS: &[Operation] = &[
    ("decode", decode),
    ("encode", encode),
    ("incremental", incremental),
    ("lookup", |a| shown(codec_of(a.str(0)).name())),
    ("name", |a| {
        shown(unicode::name(a.number(0)).unwrap_or_else(|| "none".to_owned()))
    }),
    ("character", |a| match unicode::character(a.str(0)) {
        Some(c) => Ok(Text::from_code_point(c)),
        None => Err(Error::new(
            Class::Key,
            format!("undefined character name '{}'", a.str(0)),
        )),
    }),
    ("normalize", normalize),
];

#[test]
fn agrees_with_tables() {
    check("codecs", OPERATIONS);
}
