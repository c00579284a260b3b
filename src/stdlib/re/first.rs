//! What the parts of a pattern can start with, and which parts are no more than one character: what
//! `compile` has to know to make fast programs.

use super::charset::{CharSet, Mode};
use super::syntax::{ClassSet, Item, Node, flag};
use crate::text::wtf8::encode;

/// The bytes something can start with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Bytes([u64; 4]);

impl Bytes {
    /// All of them.
    pub const ALL: Bytes = Bytes([u64::MAX; 4]);

    /// Of a set of characters.
    pub fn of(set: &CharSet) -> Bytes {
        let mut bytes = Bytes::default();
        let members = (0..256).filter(|&byte| set.table[byte]);
        members.for_each(|byte| bytes.insert(byte as u8));
        bytes
    }

    fn insert(&mut self, byte: u8) {
        self.0[usize::from(byte >> 6)] |= 1 << (byte & 63);
    }

    /// Whether the byte is among them.
    pub fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] >> (byte & 63) & 1 != 0
    }

    /// Those of both.
    pub fn or(self, other: Bytes) -> Bytes {
        let mut out = self;
        out.0.iter_mut().zip(other.0).for_each(|(a, b)| *a |= b);
        out
    }

    /// Whether they have none in common.
    pub fn is_disjoint(&self, other: &Bytes) -> bool {
        self.0.iter().zip(other.0).all(|(a, b)| a & b == 0)
    }

    /// How many they are.
    pub fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = u8> + '_ {
        (0..=255).filter(|&byte| self.has(byte))
    }
}

/// What a part can start with.
#[derive(Clone, Copy, Debug)]
pub struct First {
    /// The bytes.
    pub bytes: Bytes,
    /// Whether it may match without taking anything.
    pub nullable: bool,
}

impl First {
    const NOTHING: First = First {
        bytes: Bytes([0; 4]),
        nullable: true,
    };

    fn byte(byte: u8) -> First {
        let mut bytes = Bytes::default();
        bytes.insert(byte);
        First {
            bytes,
            nullable: false,
        }
    }

    /// What this part and what follows it can start with: `None` when that may be nothing at all.
    pub fn before(self, follow: Option<Bytes>) -> Option<Bytes> {
        match self.nullable {
            false => Some(self.bytes),
            true => follow.map(|follow| follow.or(self.bytes)),
        }
    }
}

/// The flags inside of a group.
pub fn combine(flags: u32, add: u32, remove: u32) -> u32 {
    let flags = match add & flag::TYPE {
        0 => flags,
        _ => flags & !flag::TYPE,
    };
    (flags | add) & !remove
}

/// The class of a node that always takes just one character, with the flags it has.
pub fn single(node: &Node, flags: u32) -> Option<(ClassSet, u32)> {
    match node {
        Node::Literal(c) => {
            let items = vec![Item::Range(*c, *c)];
            Some((
                ClassSet {
                    negate: false,
                    items,
                },
                flags,
            ))
        }
        Node::Any => {
            let items = match flags & flag::DOTALL {
                0 => vec![Item::Range(10, 10)],
                _ => vec![],
            };
            Some((
                ClassSet {
                    negate: true,
                    items,
                },
                flags,
            ))
        }
        Node::Set(class) => Some((class.clone(), flags)),
        Node::Group {
            index: None,
            add,
            remove,
            body,
        } => single(body, combine(flags, *add, *remove)),
        Node::Sequence(nodes) => match nodes.as_slice() {
            [node] => single(node, flags),
            _ => None,
        },
        Node::Branch(nodes) => {
            let mut items = Vec::new();
            for node in nodes {
                match node {
                    Node::Literal(c) => items.push(Item::Range(*c, *c)),
                    Node::Set(class) if !class.negate => items.extend(&class.items),
                    _ => return None,
                }
            }
            Some((
                ClassSet {
                    negate: false,
                    items,
                },
                flags,
            ))
        }
        _ => None,
    }
}

/// The bytes of a character that stands for itself alone; `None` if its case does not matter.
pub fn literal(c: u32, mode: Mode) -> Option<([u8; 4], usize)> {
    if mode.ignore_case && mode.is_cased(c) {
        return None;
    }
    match mode.bytes {
        true => Some(([c as u8, 0, 0, 0], 1)),
        false => Some(encode(c)),
    }
}

/// What a node can start with.
pub fn first(node: &Node, flags: u32, bytes: bool) -> First {
    if let Node::Literal(c) = node
        && let Some((literal, _)) = literal(*c, Mode::new(bytes, flags))
    {
        return First::byte(literal[0]);
    }
    if let Some((class, flags)) = single(node, flags) {
        let set = CharSet::new(&class, Mode::new(bytes, flags));
        return First {
            bytes: Bytes::of(&set),
            nullable: false,
        };
    }
    match node {
        Node::Literal(_) | Node::Any | Node::Set(_) | Node::Place(_) | Node::Look { .. } => {
            First::NOTHING
        }
        Node::Group {
            add, remove, body, ..
        } => first(body, combine(flags, *add, *remove), bytes),
        Node::Atomic(body) => first(body, flags, bytes),
        Node::Sequence(nodes) => {
            let mut all = First::NOTHING;
            for node in nodes {
                let next = first(node, flags, bytes);
                all.bytes = all.bytes.or(next.bytes);
                if !next.nullable {
                    all.nullable = false;
                    break;
                }
            }
            all
        }
        Node::Branch(nodes) => either(nodes.iter(), flags, bytes),
        Node::Conditional { yes, no, .. } => either([&**yes, &**no].into_iter(), flags, bytes),
        Node::Repeat { min, max, body, .. } => {
            if *max == 0 {
                return First::NOTHING;
            }
            let body = first(body, flags, bytes);
            First {
                nullable: body.nullable || *min == 0,
                ..body
            }
        }
        Node::Backref(_) => First {
            bytes: Bytes::ALL,
            nullable: true,
        },
        Node::Fail => First {
            bytes: Bytes::default(),
            nullable: false,
        },
    }
}

fn either<'a>(nodes: impl Iterator<Item = &'a Node>, flags: u32, bytes: bool) -> First {
    let mut all = First {
        bytes: Bytes::default(),
        nullable: false,
    };
    for node in nodes {
        let next = first(node, flags, bytes);
        all.bytes = all.bytes.or(next.bytes);
        all.nullable |= next.nullable;
    }
    all
}
