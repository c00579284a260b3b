"""Mailboxes on disk: one file with all messages (mbox) or a file for each (Maildir).

The formats MH, Babyl and MMDF are missing.
"""

import contextlib
import copy
import email
import io
import os
import time
from email.message import Message as _Message
from types import GenericAlias

__all__ = ["Mailbox", "Maildir", "mbox", "Message", "MaildirMessage", "mboxMessage", "Error",
           "NoSuchMailboxError", "NotEmptyError", "ExternalClashError", "FormatError"]

linesep = os.linesep.encode("ascii")


class Error(Exception):
    """What goes wrong with mailboxes."""


class NoSuchMailboxError(Error):
    """The mailbox doesn't exist, and is not to be made."""


class NotEmptyError(Error):
    """The mailbox has messages."""


class ExternalClashError(Error):
    """Another program has changed the mailbox, or keeps it locked."""


class FormatError(Error):
    """A file is no mailbox."""


class Mailbox:
    """Messages by keys. Kinds of mailboxes derive from it."""

    def __init__(self, path, factory=None, create=True):
        self._path = os.path.abspath(os.path.expanduser(path))
        self._factory = factory

    # What the kinds define.

    def add(self, message):
        """Adds a message; its key."""
        raise NotImplementedError("Method must be implemented by subclass")

    def remove(self, key):
        """Removes a message; KeyError if it isn't there."""
        raise NotImplementedError("Method must be implemented by subclass")

    def __setitem__(self, key, message):
        raise NotImplementedError("Method must be implemented by subclass")

    def get_message(self, key):
        """A message as an object of the mailbox's own class."""
        raise NotImplementedError("Method must be implemented by subclass")

    def get_bytes(self, key):
        """A message as bytes."""
        raise NotImplementedError("Method must be implemented by subclass")

    def get_file(self, key):
        """A message as a binary file."""
        raise NotImplementedError("Method must be implemented by subclass")

    def iterkeys(self):
        """The keys."""
        raise NotImplementedError("Method must be implemented by subclass")

    def __contains__(self, key):
        raise NotImplementedError("Method must be implemented by subclass")

    def __len__(self):
        raise NotImplementedError("Method must be implemented by subclass")

    def flush(self):
        """Writes what was changed."""
        raise NotImplementedError("Method must be implemented by subclass")

    def lock(self):
        """Keeps other programs from changing the mailbox."""
        raise NotImplementedError("Method must be implemented by subclass")

    def unlock(self):
        """Lets them."""
        raise NotImplementedError("Method must be implemented by subclass")

    def close(self):
        """Writes what was changed, and ends."""
        raise NotImplementedError("Method must be implemented by subclass")

    # What follows from that.

    def __delitem__(self, key):
        self.remove(key)

    def discard(self, key):
        """Removes a message if it is there."""
        with contextlib.suppress(KeyError):
            self.remove(key)

    def get(self, key, default=None):
        """A message, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __getitem__(self, key):
        if not self._factory:
            return self.get_message(key)
        with contextlib.closing(self.get_file(key)) as file:
            return self._factory(file)

    def get_string(self, key):
        """A message as text."""
        return email.message_from_bytes(self.get_bytes(key)).as_string()

    def keys(self):
        return list(self.iterkeys())

    def itervalues(self):
        for key in self.iterkeys():
            with contextlib.suppress(KeyError):
                yield self[key]

    def __iter__(self):
        return self.itervalues()

    def values(self):
        return list(self.itervalues())

    def iteritems(self):
        for key in self.iterkeys():
            with contextlib.suppress(KeyError):
                yield key, self[key]

    def items(self):
        return list(self.iteritems())

    def clear(self):
        """Removes all messages."""
        for key in self.keys():
            self.discard(key)

    def pop(self, key, default=None):
        """Removes a message and gives it."""
        try:
            result = self[key]
        except KeyError:
            return default
        self.discard(key)
        return result

    def popitem(self):
        for key in self.iterkeys():
            return key, self.pop(key)
        raise KeyError("No messages in mailbox")

    def update(self, arg=None):
        """Replaces the messages of these keys."""
        items = (arg.iteritems() if hasattr(arg, "iteritems")
                 else arg.items() if hasattr(arg, "items") else arg)
        missing = False
        for key, message in items:
            try:
                self[key] = message
            except KeyError:
                missing = True
        if missing:
            raise KeyError("No message with key(s)")

    __class_getitem__ = classmethod(GenericAlias)


def _bytes_of(message):
    """The bytes of a message, whatever it is given as."""
    if isinstance(message, _Message):
        return message.as_bytes()
    if isinstance(message, str):
        return message.encode("ascii")
    if isinstance(message, bytes):
        return message
    if hasattr(message, "read"):
        data = message.read()
        return data.encode("ascii") if isinstance(data, str) else data
    raise TypeError(f"Invalid message type: {type(message)}")


class Message(_Message):
    """A message that may come from a mailbox."""

    def __init__(self, message=None):
        _Message.__init__(self)
        if message is None:
            return
        if not isinstance(message, _Message):
            message = email.message_from_bytes(_bytes_of(message))
        self.__dict__.update(copy.deepcopy(message).__dict__)


class MaildirMessage(Message):
    """A message with the flags of Maildir."""

    def __init__(self, message=None):
        self._subdir = "new"
        self._info = ""
        self._date = time.time()
        Message.__init__(self, message)

    def get_subdir(self):
        return self._subdir

    def set_subdir(self, subdir):
        if subdir not in ("new", "cur"):
            raise ValueError(f"subdir must be 'new' or 'cur': {subdir}")
        self._subdir = subdir

    def get_flags(self):
        return self._info[2:] if self._info.startswith("2,") else ""

    def set_flags(self, flags):
        self._info = "2," + "".join(sorted(flags))

    def add_flag(self, flag):
        self.set_flags("".join(set(self.get_flags()) | set(flag)))

    def remove_flag(self, flag):
        if self.get_flags():
            self.set_flags("".join(set(self.get_flags()) - set(flag)))

    def get_date(self):
        return self._date

    def set_date(self, date):
        self._date = float(date)

    def get_info(self):
        return self._info

    def set_info(self, info):
        if not isinstance(info, str):
            raise TypeError(f"info must be a string: {type(info)}")
        self._info = info


class mboxMessage(Message):
    """A message with the flags of mbox: R and O are in Status, the others in X-Status."""

    def __init__(self, message=None):
        self.set_from("MAILER-DAEMON", True)
        Message.__init__(self, message)
        unixfrom = self.get_unixfrom()
        if unixfrom is not None and unixfrom.startswith("From "):
            self.set_from(unixfrom[5:])

    def get_from(self):
        return self._from

    def set_from(self, from_, time_=None):
        if time_ is not None:
            from_ += " " + time.asctime(time.gmtime() if time_ is True else time_)
        self._from = from_

    def get_flags(self):
        return self.get("Status", "") + self.get("X-Status", "")

    def set_flags(self, flags):
        flags = set(flags)
        for name, known in (("Status", "RO"), ("X-Status", "DFA")):
            text = "".join([flag for flag in known if flag in flags])
            if name == "X-Status":
                text += "".join(sorted(flags - set("RODFA")))
            if name in self:
                self.replace_header(name, text)
            else:
                self.add_header(name, text)

    def add_flag(self, flag):
        self.set_flags("".join(set(self.get_flags()) | set(flag)))

    def remove_flag(self, flag):
        if "Status" in self or "X-Status" in self:
            self.set_flags("".join(set(self.get_flags()) - set(flag)))


class Maildir(Mailbox):
    """A folder with a file for each message."""

    colon = ":"

    def __init__(self, dirname, factory=None, create=True):
        Mailbox.__init__(self, dirname, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0o700)
            for name in ("tmp", "new", "cur"):
                os.mkdir(os.path.join(self._path, name), 0o700)
        self._count = 0

    def _find(self):
        """The files of the messages, by keys."""
        found = {}
        for folder in ("new", "cur"):
            for name in sorted(os.listdir(os.path.join(self._path, folder))):
                found[name.split(self.colon)[0]] = os.path.join(folder, name)
        return found

    def _file_of(self, key):
        found = self._find()
        if key not in found:
            raise KeyError(f"No message with key: {key}")
        return os.path.join(self._path, found[key])

    def _write(self, key, message):
        folder, suffix = "new", ""
        if isinstance(message, MaildirMessage):
            folder = message.get_subdir()
            suffix = self.colon + message.get_info() if message.get_info() else ""
        temporary = os.path.join(self._path, "tmp", key)
        with open(temporary, "xb") as file:
            file.write(_bytes_of(message))
        os.rename(temporary, os.path.join(self._path, folder, key + suffix))

    def add(self, message):
        self._count += 1
        key = f"{time.time_ns() // 1000}.P{os.getpid()}Q{self._count}.{os.uname().nodename}"
        self._write(key, message)
        return key

    def remove(self, key):
        os.remove(self._file_of(key))

    def __setitem__(self, key, message):
        os.remove(self._file_of(key))
        self._write(key, message)

    def get_message(self, key):
        path = self._file_of(key)
        with open(path, "rb") as file:
            message = MaildirMessage(file.read())
        folder, name = path.rsplit("/", 2)[1:]
        message.set_subdir(folder)
        if self.colon in name:
            message.set_info(name.split(self.colon)[-1])
        message.set_date(os.path.getmtime(path))
        return message

    def get_bytes(self, key):
        with open(self._file_of(key), "rb") as file:
            return file.read().replace(linesep, b"\n")

    def get_file(self, key):
        return _ProxyFile(open(self._file_of(key), "rb"))

    def iterkeys(self):
        return iter(self._find())

    def __contains__(self, key):
        return key in self._find()

    def __len__(self):
        return len(self._find())

    def flush(self):
        """Nothing waits to be written."""

    def lock(self):
        """Maildir needs no locks."""

    def unlock(self):
        """Maildir needs no locks."""

    def close(self):
        """Nothing waits to be written."""

    def list_folders(self):
        """The names of the folders within."""
        return [name[1:] for name in os.listdir(self._path)
                if len(name) > 1 and name[0] == "." and os.path.isdir(os.path.join(self._path, name))]

    def get_folder(self, folder):
        return Maildir(os.path.join(self._path, "." + folder), self._factory, create=False)

    def add_folder(self, folder):
        result = Maildir(os.path.join(self._path, "." + folder), self._factory)
        with contextlib.suppress(FileExistsError):
            with open(os.path.join(result._path, "maildirfolder"), "x"):
                pass
        return result


class mbox(Mailbox):
    """A file with all messages; a line "From ..." begins each."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        self._message_factory = mboxMessage
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            with open(self._path, "xb"):
                pass
        with open(self._path, "rb") as file:
            self._messages = dict(enumerate(_split_mbox(file.read())))
        self._next = len(self._messages)
        self._changed = False

    def _stored(self, message):
        """The line that begins a message, and its bytes."""
        sender = None
        data = _bytes_of(message)
        if data.startswith(b"From "):
            sender, _, data = data.partition(b"\n")
            sender = sender[5:]
        elif isinstance(message, mboxMessage):
            sender = message.get_from().encode("ascii")
        elif isinstance(message, _Message) and message.get_unixfrom():
            sender = message.get_unixfrom()[5:].encode("ascii")
        if sender is None:
            sender = b"MAILER-DAEMON " + time.asctime(time.gmtime()).encode("ascii")
        return b"From " + sender, data

    def _need(self, key):
        if key not in self._messages:
            raise KeyError(f"No message with key: {key}")
        return self._messages[key]

    def add(self, message):
        key = self._next
        self._messages[key] = self._stored(message)
        self._next += 1
        self._changed = True
        return key

    def remove(self, key):
        self._need(key)
        del self._messages[key]
        self._changed = True

    def __setitem__(self, key, message):
        self._need(key)
        self._messages[key] = self._stored(message)
        self._changed = True

    def get_message(self, key):
        sender, data = self._need(key)
        message = self._message_factory(data)
        message.set_from(sender[5:].decode("ascii"))
        return message

    def get_bytes(self, key, from_=False):
        sender, data = self._need(key)
        return sender + b"\n" + data if from_ else data

    def get_file(self, key, from_=False):
        return _PartialFile(io.BytesIO(self.get_bytes(key, from_)))

    def iterkeys(self):
        yield from list(self._messages)

    def __contains__(self, key):
        return key in self._messages

    def __len__(self):
        return len(self._messages)

    def flush(self):
        if not self._changed:
            return
        temporary = f"{self._path}.{os.getpid()}.new"
        with open(temporary, "xb") as file:
            for sender, data in self._messages.values():
                data = b"\n".join([b">" + line if line.startswith(b"From ") else line
                                   for line in data.split(b"\n")])
                file.write(sender + b"\n" + data + (b"\n" if data.endswith(b"\n") else b"\n\n"))
        os.rename(temporary, self._path)
        self._changed = False

    def lock(self):
        """Makes a file that tells other programs to wait."""
        try:
            with open(self._path + ".lock", "x"):
                pass
        except FileExistsError:
            raise ExternalClashError(f"dot lock unavailable: {self._path}") from None

    def unlock(self):
        with contextlib.suppress(FileNotFoundError):
            os.remove(self._path + ".lock")

    def close(self):
        try:
            self.flush()
        finally:
            self.unlock()


def _split_mbox(data):
    """The messages of a mailbox: the lines that begin them, and their bytes."""
    messages = []
    for line in data.splitlines(keepends=True):
        if line.startswith(b"From ") and (not messages or messages[-1][1][-1:] in ([], [b"\n"])):
            messages.append((line.rstrip(b"\r\n"), []))
        elif messages:
            messages[-1][1].append(line)
    result = []
    for sender, lines in messages:
        # The empty line before the next message isn't the message's.
        if lines[-1:] == [b"\n"]:
            lines.pop()
        result.append((sender, b"".join(lines)))
    return result


class _ProxyFile:
    """A file, read from where this object is."""

    def __init__(self, f, pos=None):
        self._file = f
        self._pos = f.tell() if pos is None else pos

    def read(self, size=None):
        return self._read(size, self._file.read)

    read1 = read

    def readline(self, size=None):
        return self._read(size, self._file.readline)

    def readlines(self, sizehint=None):
        return list(self)

    def __iter__(self):
        while line := self.readline():
            yield line

    def _read(self, size, method):
        self._file.seek(self._pos)
        result = method(-1 if size is None else size)
        self._pos = self._file.tell()
        return result

    def tell(self):
        return self._pos

    def seek(self, offset, whence=0):
        if whence == 1:
            self._file.seek(self._pos)
        self._file.seek(offset, whence)
        self._pos = self._file.tell()

    def close(self):
        if hasattr(self, "_file"):
            self._file.close()
            del self._file

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def readable(self):
        return True

    def writable(self):
        return False

    def seekable(self):
        return True

    def flush(self):
        """Nothing is ever written."""

    @property
    def closed(self):
        return not hasattr(self, "_file") or self._file.closed

    __class_getitem__ = classmethod(GenericAlias)


class _PartialFile(_ProxyFile):
    """A part of a file."""

    def __init__(self, f, start=None, stop=None):
        _ProxyFile.__init__(self, f, start)
        self._start = self._pos
        self._stop = stop

    def tell(self):
        return _ProxyFile.tell(self) - self._start

    def seek(self, offset, whence=0):
        if whence == 0:
            self._pos = self._start
            whence = 1
        elif whence == 2 and self._stop is not None:
            self._pos = self._stop
            whence = 1
        _ProxyFile.seek(self, offset, whence)

    def _read(self, size, method):
        if self._stop is not None:
            left = self._stop - self._pos
            if left <= 0:
                return b""
            size = left if size is None or size < 0 or size > left else size
        return _ProxyFile._read(self, size, method)
