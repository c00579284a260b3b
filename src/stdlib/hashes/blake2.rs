//! BLAKE2b and BLAKE2s. Reference: RFC 7693, and the BLAKE2 paper for the parameters.

/// The order in which each round takes the words of a block.
const ORDER: [[usize; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/// The places of the words that are mixed with each other: columns, then diagonals.
const MIXES: [[usize; 4]; 8] = [
    [0, 4, 8, 12],
    [1, 5, 9, 13],
    [2, 6, 10, 14],
    [3, 7, 11, 15],
    [0, 5, 10, 15],
    [1, 6, 11, 12],
    [2, 7, 8, 13],
    [3, 4, 9, 14],
];

const START_B: [u64; 8] = [
    0x6a09_e667_f3bc_c908,
    0xbb67_ae85_84ca_a73b,
    0x3c6e_f372_fe94_f82b,
    0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1,
    0x9b05_688c_2b3e_6c1f,
    0x1f83_d9ab_fb41_bd6b,
    0x5be0_cd19_137e_2179,
];

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// BLAKE2b, of words of 64 bits.
    B,
    /// BLAKE2s, of words of 32 bits.
    S,
}

impl Variant {
    /// The bytes of a word.
    pub const fn word(self) -> usize {
        match self {
            Variant::B => 8,
            Variant::S => 4,
        }
    }
    /// The most bytes of a digest or a key.
    pub const fn most(self) -> usize {
        8 * self.word()
    }
    /// The bytes of salt and person.
    pub const fn salt(self) -> usize {
        2 * self.word()
    }
}

/// What a hash is made with besides the data.
pub struct Parameters {
    /// The bytes of the digest.
    pub digest: u8,
    /// The key, at most as long as a digest.
    pub key: Vec<u8>,
    /// The salt.
    pub salt: Vec<u8>,
    /// The personalisation.
    pub person: Vec<u8>,
    /// How many children a node has.
    pub fanout: u8,
    /// The greatest depth of the tree.
    pub depth: u8,
    /// The greatest size of a leaf.
    pub leaf_size: u32,
    /// The node's position among its neighbours.
    pub node_offset: u64,
    /// The node's depth.
    pub node_depth: u8,
    /// The bytes of the inner digests.
    pub inner_size: u8,
    /// Whether it is the last node of its depth.
    pub last_node: bool,
}

/// The state of a hash. The words of BLAKE2s are the lower halves.
#[derive(Clone)]
pub struct Blake2 {
    variant: Variant,
    state: [u64; 8],
    block: Vec<u8>,
    count: u128,
    digest: usize,
    last_node: bool,
}

impl Blake2 {
    /// The start of a hash.
    pub fn new(variant: Variant, parameters: &Parameters) -> Blake2 {
        let p = parameters;
        let mut bytes = vec![p.digest, p.key.len() as u8, p.fanout, p.depth];
        bytes.extend(p.leaf_size.to_le_bytes());
        // BLAKE2b has eight bytes for the offset, BLAKE2s has six.
        let offset = if variant == Variant::B { 8 } else { 6 };
        bytes.extend(&p.node_offset.to_le_bytes()[..offset]);
        bytes.extend([p.node_depth, p.inner_size]);
        bytes.resize(4 * variant.word(), 0);
        for text in [&p.salt, &p.person] {
            let end = bytes.len() + variant.salt();
            bytes.extend(text);
            bytes.resize(end, 0);
        }
        let mut hash = Blake2 {
            variant,
            state: variant.start(),
            block: Vec::with_capacity(variant.block()),
            count: 0,
            digest: p.digest.into(),
            last_node: p.last_node,
        };
        for (word, bytes) in hash.state.iter_mut().zip(bytes.chunks(variant.word())) {
            *word ^= read(bytes);
        }
        if !p.key.is_empty() {
            let mut key = p.key.clone();
            key.resize(variant.block(), 0);
            hash.update(&key);
        }
        hash
    }

    /// The bytes of the digest.
    pub fn output(&self) -> usize {
        self.digest
    }

    /// The bytes of a block.
    pub fn block(&self) -> usize {
        self.variant.block()
    }

    /// Takes in bytes.
    pub fn update(&mut self, mut data: &[u8]) {
        while !data.is_empty() {
            // The last block, which is mixed in differently, may be full.
            if self.block.len() == self.variant.block() {
                self.count += self.block.len() as u128;
                self.compress(false);
                self.block.clear();
            }
            let (now, rest) =
                data.split_at(data.len().min(self.variant.block() - self.block.len()));
            self.block.extend(now);
            data = rest;
        }
    }

    /// The digest.
    pub fn finish(mut self) -> Vec<u8> {
        self.count += self.block.len() as u128;
        self.block.resize(self.variant.block(), 0);
        self.compress(true);
        let word = self.variant.word();
        let bytes = self
            .state
            .iter()
            .flat_map(|w| w.to_le_bytes().into_iter().take(word));
        bytes.take(self.digest).collect()
    }

    fn compress(&mut self, last: bool) {
        let variant = self.variant;
        let mask = if variant == Variant::B {
            u64::MAX
        } else {
            u32::MAX.into()
        };
        let words: Vec<u64> = self.block.chunks(variant.word()).map(read).collect();
        let mut v = [0; 16];
        v[..8].copy_from_slice(&self.state);
        v[8..].copy_from_slice(&variant.start());
        v[12] ^= self.count as u64 & mask;
        v[13] ^= (self.count >> (8 * variant.word())) as u64 & mask;
        if last {
            v[14] ^= mask;
            v[15] ^= if self.last_node { mask } else { 0 };
        }
        let (rounds, turns) = match variant {
            Variant::B => (12, [32, 24, 16, 63]),
            Variant::S => (10, [16, 12, 8, 7]),
        };
        let turn = |word: u64, by: u32| match variant {
            Variant::B => word.rotate_right(by),
            Variant::S => (word as u32).rotate_right(by).into(),
        };
        for round in 0..rounds {
            let order = ORDER[round % 10];
            for (i, [a, b, c, d]) in MIXES.into_iter().enumerate() {
                for (half, word) in [order[2 * i], order[2 * i + 1]].into_iter().enumerate() {
                    let sum = v[a].wrapping_add(v[b]).wrapping_add(words[word]);
                    v[a] = sum & mask;
                    v[d] = turn(v[d] ^ v[a], turns[2 * half]);
                    v[c] = v[c].wrapping_add(v[d]) & mask;
                    v[b] = turn(v[b] ^ v[c], turns[2 * half + 1]);
                }
            }
        }
        for i in 0..8 {
            self.state[i] ^= v[i] ^ v[i + 8];
        }
    }
}

impl Variant {
    /// The bytes of a block.
    const fn block(self) -> usize {
        16 * self.word()
    }

    /// The first state: BLAKE2s has the upper halves of BLAKE2b's.
    fn start(self) -> [u64; 8] {
        match self {
            Variant::B => START_B,
            Variant::S => START_B.map(|word| word >> 32),
        }
    }
}

fn read(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .rev()
        .fold(0, |word, &byte| word << 8 | u64::from(byte))
}
