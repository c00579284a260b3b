//! The host boundary: everything the interpreter wants of the world outside goes through [`Host`].
//! Nothing else touches std::io, the file system, the clock, the environment or randomness.

/// What an interpreter can ask of the world.
pub trait Host {
    /// The seed of string hashes: `PYTHONHASHSEED`; `None` for a random one.
    fn hash_seed(&self) -> Option<u32>;
    /// Random bytes.
    fn entropy_16(&self) -> [u8; 16];
    /// Whether an interrupt (Ctrl-C) has arrived since the last call.
    fn take_interrupt(&self) -> bool;
}
