//! Files that hold a secret: their owner reads them, nobody else does.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes such a file, in place of one that is there. One that was readable by others stays so: its folder is its
/// maker's.
///
/// # Errors
/// What the system says.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    options().create(true).truncate(true).open(path)
}

/// Makes such a file where there is none.
///
/// # Errors
/// What the system says; [`io::ErrorKind::AlreadyExists`] where there is one.
pub(crate) fn create_new(path: &Path) -> io::Result<File> {
    options().create_new(true).open(path)
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn nobody_else_reads_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        let mode = |file: std::fs::File| file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(super::create_new(&path).unwrap()), 0o600);
        assert!(super::create_new(&path).is_err());
        assert_eq!(mode(super::create(&path).unwrap()), 0o600);
    }
}
