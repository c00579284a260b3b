//! What a host tells: plain data, as the system has it.

/// Where a file is: a path, relative to the current folder or to an open one.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The descriptor of an open folder.
    pub folder: Option<i32>,
    /// The path's bytes.
    pub path: &'a [u8],
}

impl<'a> Place<'a> {
    /// A path from the current folder.
    pub fn new(path: &'a [u8]) -> Place<'a> {
        Place { folder: None, path }
    }
}

/// What is known of a file. Times are in nanoseconds since the epoch.
#[derive(Clone, Copy, Default, Debug)]
#[allow(missing_docs)]
pub struct Stat {
    pub mode: u32,
    pub inode: u64,
    pub device: u64,
    pub links: u64,
    pub owner: u32,
    pub group: u32,
    pub size: i64,
    pub accessed: i128,
    pub modified: i128,
    pub changed: i128,
    pub block_size: i64,
    pub blocks: i64,
    pub special_device: u64,
}

/// When a file was used and changed, in nanoseconds since the epoch; `None` for now.
pub type Times = Option<(i128, i128)>;

/// What an entry of a folder is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A folder.
    Folder,
    /// An ordinary file.
    File,
    /// A symbolic link.
    Link,
    /// A device, a pipe or a socket.
    Other,
    /// The file system doesn't say.
    Unknown,
}

/// An entry of a folder.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name.
    pub name: Vec<u8>,
    /// What it is.
    pub kind: Kind,
    /// Its file's number.
    pub inode: u64,
}

/// The room in a file system, as statvfs(3) gives it.
#[derive(Clone, Copy, Default, Debug)]
#[allow(missing_docs)]
pub struct Space {
    pub block_size: u64,
    pub fragment_size: u64,
    pub blocks: u64,
    pub free_blocks: u64,
    pub available_blocks: u64,
    pub files: u64,
    pub free_files: u64,
    pub available_files: u64,
    pub flags: u64,
    pub name_max: u64,
    pub id: u64,
}

/// What of a process's identity is asked for, each a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Identity {
    Process,
    Parent,
    ProcessGroup,
    User,
    EffectiveUser,
    Group,
    EffectiveGroup,
}

/// What is done when a signal arrives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// What the system does by default.
    Default,
    /// Nothing.
    Ignore,
    /// The interpreter is told.
    Catch,
}

/// What a system calls itself.
#[derive(Clone, Default, Debug)]
#[allow(missing_docs)]
pub struct SystemName {
    pub system: String,
    pub node: String,
    pub release: String,
    pub version: String,
    pub machine: String,
}
