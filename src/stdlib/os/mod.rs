//! `posix`: what `os` needs of the host, in one table. Names that are not here, `os` refuses by name.

mod constants;
mod descriptors;
mod files;
pub mod paths;
mod process;
mod scan;
mod structs;

use super::NativeModule;
use crate::object::heap::Ref;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::vm::Vm;

/// The native module.
pub const POSIX: NativeModule = NativeModule {
    name: "posix",
    doc: "What the operating system offers by way of POSIX.",
    functions: FUNCTIONS,
    fill,
};

#[rustfmt::skip]
const FUNCTIONS: &[Row] = &[
    // Files by their paths
    method("stat(path, *, dir_fd=None, follow_symlinks=True)", files::stat, "What is known of a file."),
    method("lstat(path, *, dir_fd=None)", files::lstat, "What is known of a file; of a symbolic link itself."),
    method("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", files::access, "Whether this process may use a file so."),
    method("mkdir(path, mode=511, *, dir_fd=None)", files::mkdir, "Make a folder."),
    method("rmdir(path, *, dir_fd=None)", files::rmdir, "Remove an empty folder."),
    method("unlink(path, *, dir_fd=None)", files::unlink, "Remove a file."),
    method("remove(path, *, dir_fd=None)", files::remove, "Remove a file."),
    method("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", files::rename, "Move a file or folder."),
    method("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", files::replace, "Move a file or folder, over one that is there."),
    method("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", files::link, "Give a file a second name."),
    method("symlink(src, dst, target_is_directory=False, *, dir_fd=None)", files::symlink, "Make a symbolic link."),
    method("readlink(path, *, dir_fd=None)", files::readlink, "Where a symbolic link leads."),
    method("mkfifo(path, mode=438, *, dir_fd=None)", files::mkfifo, "Make a named pipe."),
    method("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", files::chmod, "Set the permissions of a file."),
    method("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", files::chown, "Set the owner and the group of a file."),
    method("lchown(path, uid, gid)", files::lchown, "Set the owner and the group of a file or symbolic link."),
    method("utime(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)", files::utime, "Set when a file was used and changed."),
    method("truncate(path, length)", files::truncate, "Set the size of a file."),
    method("statvfs(path)", files::statvfs, "The room in the file system of a path."),
    method("listdir(path=None)", scan::listdir, "The names in a folder."),
    method("scandir(path=None)", scan::scandir, "The entries of a folder, one after another."),
    method("getcwd()", files::getcwd, "The current folder."),
    method("getcwdb()", files::getcwdb, "The current folder, as bytes."),
    method("chdir(path)", files::chdir, "Make a folder the current one."),
    method("fspath(path)", paths::fspath, "The path of a str, bytes or os.PathLike object."),
    // Open files
    method("open(path, flags, mode=511, *, dir_fd=None)", descriptors::open, "Open a file; its descriptor."),
    method("close(fd)", descriptors::close, "Close a file."),
    method("closerange(fd_low, fd_high, /)", descriptors::closerange, "Close all files from a descriptor to before another."),
    method("read(fd, length, /)", descriptors::read, "Read once."),
    method("write(fd, data, /)", descriptors::write, "Write once; the number of bytes written."),
    method("pread(fd, length, offset, /)", descriptors::pread, "Read at a position."),
    method("pwrite(fd, buffer, offset, /)", descriptors::pwrite, "Write at a position."),
    method("readv(fd, buffers, /)", descriptors::readv, "Read into several buffers."),
    method("writev(fd, buffers, /)", descriptors::writev, "Write several buffers."),
    method("lseek(fd, position, whence, /)", descriptors::lseek, "Move in a file; the new position."),
    method("fstat(fd)", descriptors::fstat, "What is known of an open file."),
    method("fstatvfs(fd, /)", descriptors::fstatvfs, "The room in the file system of an open file."),
    method("fchdir(fd)", descriptors::fchdir, "Make an open folder the current one."),
    method("fchmod(fd, mode)", descriptors::fchmod, "Set the permissions of an open file."),
    method("fchown(fd, uid, gid)", descriptors::fchown, "Set the owner and the group of an open file."),
    method("ftruncate(fd, length, /)", descriptors::ftruncate, "Set the size of an open file."),
    method("fsync(fd)", descriptors::fsync, "Wait until what was written is on the disk."),
    method("fdatasync(fd)", descriptors::fdatasync, "Wait until the bytes written are on the disk."),
    method("dup(fd, /)", descriptors::dup, "A second descriptor of an open file."),
    method("dup2(fd, fd2, inheritable=True)", descriptors::dup2, "Make the second a descriptor of the first's file."),
    method("pipe()", descriptors::pipe, "Two descriptors: the first reads what is written to the second."),
    method("pipe2(flags, /)", descriptors::pipe2, "As pipe(), with flags."),
    method("isatty(fd, /)", descriptors::isatty, "Whether an open file is a terminal."),
    method("get_inheritable(fd, /)", descriptors::get_inheritable, "Whether programs that are started get the descriptor."),
    method("set_inheritable(fd, inheritable, /)", descriptors::set_inheritable, "Set whether programs that are started get the descriptor."),
    method("get_blocking(fd, /)", descriptors::get_blocking, "Whether reading and writing wait."),
    method("set_blocking(fd, blocking, /)", descriptors::set_blocking, "Set whether reading and writing wait."),
    method("get_terminal_size(fd=<unrepresentable>, /)", descriptors::get_terminal_size, "The size of a terminal."),
    method("device_encoding(fd)", descriptors::device_encoding, "The encoding of a terminal; None for anything else."),
    // The process and the system
    method("getpid()", process::getpid, "The number of this process."),
    method("getppid()", process::getppid, "The number of the process that started this one."),
    method("getpgrp()", process::getpgrp, "The process group."),
    method("getuid()", process::getuid, "The user."),
    method("geteuid()", process::geteuid, "The effective user."),
    method("getgid()", process::getgid, "The group."),
    method("getegid()", process::getegid, "The effective group."),
    method("getgroups()", process::getgroups, "All groups."),
    method("umask(mask, /)", process::umask, "Set the permissions that new files don't get; the mask before."),
    method("kill(pid, signal, /)", process::kill, "Send a signal to a process."),
    method("killpg(pgid, signal, /)", process::killpg, "Send a signal to a process group."),
    method("_exit(status)", process::exit, "End the process at once."),
    method("abort()", process::abort, "End the process by SIGABRT."),
    method("system(command)", process::system, "Run a command in a shell."),
    method("waitstatus_to_exitcode(status)", process::waitstatus_to_exitcode, "The exit code that a status stands for."),
    method("WIFEXITED(status)", process::wifexited, "Whether the status is that of a process that ended by itself."),
    method("WEXITSTATUS(status)", process::wexitstatus, "The code with which the process ended."),
    method("WIFSIGNALED(status)", process::wifsignaled, "Whether the status is that of a process that a signal ended."),
    method("WTERMSIG(status)", process::wtermsig, "The signal that ended the process."),
    method("putenv(name, value, /)", process::putenv, "Set a variable of the environment."),
    method("unsetenv(name, /)", process::unsetenv, "Remove a variable from the environment."),
    method("uname()", process::uname, "What the system calls itself."),
    method("cpu_count()", process::cpu_count, "How many processors there are."),
    method("sched_getaffinity(pid, /)", process::sched_getaffinity, "The processors that this process may use."),
    method("times()", process::times, "The processor time used so far."),
    method("strerror(code, /)", process::strerror, "What an error number means."),
    method("urandom(size, /)", process::urandom, "Random bytes, fit for secrets."),
    method("getrandom(size, flags=0)", process::getrandom, "Random bytes."),
    method("major(device, /)", |vm, args| process::device(vm, args, process::major), "A device's major number."),
    method("minor(device, /)", |vm, args| process::device(vm, args, process::minor), "A device's minor number."),
    method("makedev(major, minor, /)", process::makedev, "A device's number."),
];

/// What `os.supports_dir_fd` and its like are made of.
const SUPPORT: &[(&str, &str)] = &[
    (
        "_supports_dir_fd",
        "access chmod chown link mkdir mkfifo open readlink rename rmdir stat symlink unlink utime",
    ),
    (
        "_supports_fd",
        "chdir chmod chown listdir scandir stat statvfs truncate utime",
    ),
    ("_supports_follow_symlinks", "access chown link stat utime"),
    ("_supports_effective_ids", "access"),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let set = |name: &str, value: Value| drop(namespace.set_name(&vm.intern(name), value));
    let environ = vm.dict();
    for (name, value) in vm.host.environment() {
        drop(environ.insert(vm, vm.bytes(name), vm.bytes(value))?);
    }
    set("environ", environ.into());
    for &(name, number) in constants::CONSTANTS {
        set(name, Value::Int(number));
    }
    for &(name, functions) in SUPPORT {
        let names = functions.split(' ').map(|name| vm.str(name)).collect();
        set(name, vm.tuple(names));
    }
    set("error", vm.exceptions.OSError.value());
    scan::add_classes(vm, namespace);
    structs::add_classes(vm, namespace);
    Ok(())
}
