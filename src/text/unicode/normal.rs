//! Normalisation. The crate follows a newer Unicode; text that is unassigned in this version's data
//! takes no part in it, like a surrogate, so it only ever sees what lies between such.

use unicode_normalization::UnicodeNormalization;

use super::record;
use crate::text::Text;
use crate::text::wtf8::push_code_point;

/// A normalisation form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Canonical composition.
    Nfc,
    /// Canonical decomposition.
    Nfd,
    /// Compatibility composition.
    Nfkc,
    /// Compatibility decomposition.
    Nfkd,
}

impl Form {
    /// The form of a name.
    pub fn of_name(name: &str) -> Option<Form> {
        match name {
            "NFC" => Some(Form::Nfc),
            "NFD" => Some(Form::Nfd),
            "NFKC" => Some(Form::Nfkc),
            "NFKD" => Some(Form::Nfkd),
            _ => None,
        }
    }
}

/// `unicodedata.normalize`
pub fn normalize(form: Form, text: &Text) -> Text {
    if text.is_ascii() {
        return text.clone();
    }
    let (mut out, mut known) = (Vec::with_capacity(text.as_bytes().len()), String::new());
    for c in text.chars() {
        match char::from_u32(c).filter(|_| record(c).is_assigned()) {
            Some(c) => known.push(c),
            None => {
                push_normal(&mut out, form, &known);
                known.clear();
                push_code_point(&mut out, c);
            }
        }
    }
    push_normal(&mut out, form, &known);
    Text::from_wtf8_vec(out)
}

fn push_normal(out: &mut Vec<u8>, form: Form, text: &str) {
    let mut push = |c: char| push_code_point(out, c.into());
    match form {
        Form::Nfc => text.nfc().for_each(&mut push),
        Form::Nfd => text.nfd().for_each(&mut push),
        Form::Nfkc => text.nfkc().for_each(&mut push),
        Form::Nfkd => text.nfkd().for_each(&mut push),
    }
}

/// `unicodedata.is_normalized`
pub fn is_normalized(form: Form, text: &Text) -> bool {
    normalize(form, text) == *text
}
