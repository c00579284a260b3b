//! The build script: packs the Python sources of the standard library, of which a program imports few, for
//! `stdlib::python_modules`, and says how the program is linked. Unpacked they would be a sixth of it.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const FOLDER: &str = "src/stdlib";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let Some(target) = env::var_os("OUT_DIR") else {
        return Err(io::Error::other("cargo sets OUT_DIR"));
    };
    link();
    pack(Path::new(FOLDER), &PathBuf::from(target))
}

/// At a fixed address the program needs none of the 22,000 relocations of its tables, which take a sixth
/// of the time of its start, and half a megabyte. The libraries, the heap and the stack stay where the
/// system puts them. This is how Debian links python3, too.
fn link() {
    let is = |variable: &str, value: &str| env::var(variable).is_ok_and(|found| found == value);
    let is_linux = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    if is_linux && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bin=dunder=-no-pie");
    }
}

/// Packs each Python file of a folder and its folders into a file of its name in the target.
fn pack(folder: &Path, target: &Path) -> io::Result<()> {
    fs::create_dir_all(target)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if path.is_dir() {
            pack(&path, &target.join(entry.file_name()))?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let mut name = entry.file_name();
            name.push(".lz4");
            let packed = lz4_flex::block::compress_prepend_size(&fs::read(&path)?);
            fs::write(target.join(name), packed)?;
        }
    }
    Ok(())
}
