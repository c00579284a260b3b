//! SHA-3 and SHAKE. Reference: FIPS 202.

/// The state of a hash: a sponge.
#[derive(Clone)]
pub struct Sponge {
    lanes: [u64; 25],
    /// How many bytes are taken in at once.
    rate: usize,
    /// How many bytes of the current block have been taken in.
    at: usize,
    /// What stands before the padding.
    suffix: u8,
    /// The bytes of the digest; 0 where that is asked for.
    output: usize,
}

const ROUNDS: usize = 24;

/// The constants of the rounds, of a shift register's bits.
const CONSTANTS: [u64; ROUNDS] = {
    let mut constants = [0; ROUNDS];
    let (mut register, mut round) = (1u8, 0);
    while round < ROUNDS {
        let mut bit = 0;
        while bit < 7 {
            if register & 1 == 1 {
                constants[round] |= 1 << ((1 << bit) - 1);
            }
            register = (register << 1) ^ ((register >> 7) * 0x71);
            bit += 1;
        }
        round += 1;
    }
    constants
};

impl Sponge {
    /// A hash of that many bytes.
    pub fn sha3(output: usize) -> Sponge {
        Sponge::new(200 - 2 * output, 6, output)
    }

    /// A hash of as many bytes as are asked for, with a capacity of that many.
    pub fn shake(capacity: usize) -> Sponge {
        Sponge::new(200 - capacity, 0x1f, 0)
    }

    fn new(rate: usize, suffix: u8, output: usize) -> Sponge {
        Sponge {
            lanes: [0; 25],
            rate,
            at: 0,
            suffix,
            output,
        }
    }

    /// The bytes of the digest; 0 where that is asked for.
    pub fn output(&self) -> usize {
        self.output
    }

    /// The bytes of a block.
    pub fn block(&self) -> usize {
        self.rate
    }

    fn mix(&mut self, at: usize, byte: u8) {
        self.lanes[at / 8] ^= u64::from(byte) << (8 * (at % 8));
    }

    /// Takes in bytes.
    pub fn update(&mut self, data: &[u8]) {
        for &byte in data {
            self.mix(self.at, byte);
            self.at += 1;
            if self.at == self.rate {
                self.permute();
                self.at = 0;
            }
        }
    }

    /// The digest, of `length` bytes.
    pub fn digest(mut self, length: usize) -> Vec<u8> {
        self.mix(self.at, self.suffix);
        self.mix(self.rate - 1, 0x80);
        let mut out = Vec::with_capacity(length);
        while out.len() < length {
            self.permute();
            let bytes = self.lanes.iter().flat_map(|lane| lane.to_le_bytes());
            out.extend(bytes.take(self.rate.min(length - out.len())));
        }
        out
    }

    fn permute(&mut self) {
        for constant in CONSTANTS {
            let a = &mut self.lanes;
            let columns: [u64; 5] =
                std::array::from_fn(|x| a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20]);
            for i in 0..25 {
                a[i] ^= columns[(i + 4) % 5] ^ columns[(i + 1) % 5].rotate_left(1);
            }
            // Lanes go round in turn, each rotated by one more than the last.
            let (mut x, mut y, mut lane) = (1, 0, a[1]);
            for turn in 0..24u32 {
                (x, y) = (y, (2 * x + 3 * y) % 5);
                let rotated = lane.rotate_left((turn + 1) * (turn + 2) / 2 % 64);
                lane = std::mem::replace(&mut a[x + 5 * y], rotated);
            }
            for row in a.chunks_exact_mut(5) {
                let old: [u64; 5] = std::array::from_fn(|x| row[x]);
                for x in 0..5 {
                    row[x] = old[x] ^ !old[(x + 1) % 5] & old[(x + 2) % 5];
                }
            }
            a[0] ^= constant;
        }
    }
}
