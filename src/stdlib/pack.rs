//! The build script: packs the Python sources of this folder, of which a program imports few, for
//! `python_modules`. They would be a sixth of the program otherwise.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const FOLDER: &str = "src/stdlib";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let Some(target) = env::var_os("OUT_DIR") else {
        return Err(io::Error::other("cargo sets OUT_DIR"));
    };
    pack(Path::new(FOLDER), &PathBuf::from(target))
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
