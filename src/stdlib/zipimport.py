"""Modules from zip archives on sys.path.

An entry of sys.path names an archive, or a folder in one: lib.zip, lib.zip/inner.
"""

import _frozen_importlib
import os
import struct
import time

from _inflate import inflate as _inflate

path_sep = os.sep

# What is in the archives that were looked at: path -> {name: (method, size, unpacked size, offset, time)}.
_zip_directory_cache = {}

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_UTF8 = 0x800
_LONGEST_COMMENT = 0xFFFF


class ZipImportError(ImportError):
    """An archive can't be read, or has no such module."""


def _directory(archive):
    """The table of contents of an archive."""
    if archive in _zip_directory_cache:
        return _zip_directory_cache[archive]
    try:
        with open(archive, "rb") as file:
            data = file.read()
    except OSError:
        raise ZipImportError(f"can't open Zip file: {archive!r}", path=archive) from None
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - _LONGEST_COMMENT))
    if end < 0 or end + _END.size > len(data):
        raise ZipImportError(f"not a Zip file: {archive!r}", path=archive)
    _, _, _, _, count, size, start, _ = _END.unpack_from(data, end)
    # Something may stand before the archive: "#!/usr/bin/env dunder".
    shift = end - size - start
    if shift < 0:
        raise ZipImportError(f"bad central directory size or offset: {archive!r}", path=archive)
    files = {}
    at = start + shift
    for _ in range(count):
        try:
            (magic, _, _, flags, method, clock, date, _, packed, unpacked, name_size, extra_size,
             comment_size, _, _, _, offset) = _ENTRY.unpack_from(data, at)
        except struct.error:
            raise ZipImportError(f"can't read Zip file: {archive!r}", path=archive) from None
        if magic != b"PK\x01\x02":
            break
        at += _ENTRY.size
        name = data[at:at + name_size].decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        files[name] = (method, packed, unpacked, offset + shift, _moment(date, clock))
        at += name_size + extra_size + comment_size
    _zip_directory_cache[archive] = files
    return files


def _moment(date, clock):
    """A file's time in an archive as seconds since the epoch."""
    day = (date >> 9) + 1980, date >> 5 & 15, date & 31
    try:
        return time.mktime((*day, clock >> 11, clock >> 5 & 63, (clock & 31) * 2, -1, -1, -1))
    except (OverflowError, ValueError):
        return 0


def _read(archive, name):
    """The content of a file in an archive."""
    method, packed, unpacked, offset, _ = _directory(archive)[name]
    with open(archive, "rb") as file:
        file.seek(offset)
        header = file.read(_LOCAL.size)
        if len(header) != _LOCAL.size or header[:4] != b"PK\x03\x04":
            raise ZipImportError(f"bad local file header: {archive!r}", path=archive)
        *_, name_size, extra_size = _LOCAL.unpack(header)
        file.seek(name_size + extra_size, os.SEEK_CUR)
        data = file.read(packed)
    if method == _STORED:
        return data
    if method != _DEFLATED:
        raise ZipImportError(f"can't decompress data of method {method}: {archive!r}", path=archive)
    try:
        return _inflate(data, unpacked)
    except ValueError as error:
        raise ZipImportError(f"can't decompress data: {error}: {archive!r}", path=archive) from None


class zipimporter:
    """Finds and loads the modules of an archive, or of a folder in one."""

    def __init__(self, path):
        if not isinstance(path, str):
            path = os.fsdecode(path)
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        archive, inner = path, []
        while not os.path.isfile(archive):
            archive, last = os.path.split(archive)
            if not last or not archive or os.path.isdir(archive):
                raise ZipImportError("not a Zip file", path=path)
            inner.insert(0, last)
        _directory(archive)
        self.archive = archive
        self.prefix = "".join(folder + path_sep for folder in inner)

    def __repr__(self):
        return f'<zipimporter object "{self.archive}{path_sep}{self.prefix}">'

    def _inside(self, fullname):
        return self.prefix.replace(path_sep, "/") + fullname.rpartition(".")[2]

    def _find(self, fullname):
        """(name in the archive, is a package) of a module; None if there is none."""
        files = _directory(self.archive)
        inside = self._inside(fullname)
        for name, is_package in ((f"{inside}/__init__.py", True), (f"{inside}.py", False)):
            if name in files:
                return name, is_package
        return None

    def _found(self, fullname):
        found = self._find(fullname)
        if found is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return found

    def _full(self, inside):
        return self.archive + path_sep + inside.replace("/", path_sep)

    def find_spec(self, fullname, target=None):
        """The spec of a module; of a folder without __init__.py, one without a loader."""
        found = self._find(fullname)
        inside = self._inside(fullname)
        if found is None:
            if inside + "/" not in _directory(self.archive):
                return None
            spec = _frozen_importlib.ModuleSpec(fullname, None, is_package=True)
            spec.submodule_search_locations = [self._full(inside)]
            return spec
        name, is_package = found
        spec = _frozen_importlib.ModuleSpec(fullname, self, origin=self._full(name), is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [self._full(inside)]
        return spec

    def create_module(self, spec):
        """None: modules are made as always."""

    def exec_module(self, module):
        """Runs a module's code."""
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, fullname):
        """The code object of a module."""
        name, _ = self._found(fullname)
        path = self._full(name)
        code = compile(_read(self.archive, name), path, "exec", dont_inherit=True)
        # Tracebacks can't read it from a file.
        _frozen_importlib._remember(path, self.get_source(fullname))
        return code

    def get_data(self, pathname):
        """The content of a file, named with the archive's path or without."""
        inside = pathname.removeprefix(self.archive + path_sep).replace(path_sep, "/")
        if inside not in _directory(self.archive):
            raise OSError(0, "", inside)
        return _read(self.archive, inside)

    def get_filename(self, fullname):
        """What `__file__` of a module is."""
        return self._full(self._found(fullname)[0])

    def get_source(self, fullname):
        """The text of a module."""
        return _read(self.archive, self._found(fullname)[0]).decode("utf-8-sig").replace("\r\n", "\n")

    def is_package(self, fullname):
        """Whether a module is a package."""
        return self._found(fullname)[1]

    def invalidate_caches(self):
        """Forgets what is in the archive."""
        _zip_directory_cache.pop(self.archive, None)
