"""The classes that finders and loaders are meant to derive from."""

import abc
from importlib.machinery import (BuiltinImporter, FrozenImporter, PathFinder, SourceFileLoader)

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader",
           "ExecutionLoader", "FileLoader", "SourceLoader"]


class Loader(metaclass=abc.ABCMeta):
    """Makes modules."""

    def create_module(self, spec):
        """A new module, or None for a plain one."""
        return None

    def load_module(self, fullname):
        """Imports a module, as long as there is exec_module()."""
        if not hasattr(self, "exec_module"):
            raise ImportError
        import sys
        from importlib.util import module_from_spec, spec_from_loader
        spec = spec_from_loader(fullname, self)
        if fullname in sys.modules:
            module = sys.modules[fullname]
        else:
            module = sys.modules[fullname] = module_from_spec(spec)
        self.exec_module(module)
        return sys.modules[fullname]


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Finds modules: what sys.meta_path holds."""

    def invalidate_caches(self):
        """Forgets what was found before."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Finds modules in one place of sys.path."""

    def invalidate_caches(self):
        """Forgets what was found before."""


class ResourceLoader(Loader):
    """A loader that also reads files."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of a file."""
        raise OSError


class InspectLoader(Loader):
    """A loader that can show what it loads."""

    def is_package(self, fullname):
        """Whether a module is a package."""
        raise ImportError

    def get_code(self, fullname):
        """A module's code, or None."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """A module's source, or None."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        """The code of a source."""
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        """Runs a module's code."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() "
                              "returns None")
        exec(code, module.__dict__)


class ExecutionLoader(InspectLoader):
    """A loader of modules that can be run as programs."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """A module's file."""
        raise ImportError

    def get_code(self, fullname):
        """A module's code, or None."""
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class FileLoader(ResourceLoader, ExecutionLoader):
    """A loader of one file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()


class SourceLoader(ResourceLoader, ExecutionLoader):
    """A loader of sources: get_data() and get_filename() are what it needs."""

    def path_mtime(self, path):
        """When a file was changed."""
        if self.path_stats.__func__ is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)["mtime"])

    def path_stats(self, path):
        """What is known of a file."""
        if self.path_mtime.__func__ is SourceLoader.path_mtime:
            raise OSError
        return {"mtime": self.path_mtime(path)}

    def set_data(self, path, data):
        """Writes a file, if the loader can."""

    def is_package(self, fullname):
        name = self.get_filename(fullname).rpartition("/")[2]
        return name.rsplit(".", 1)[0] == "__init__" and fullname.rpartition(".")[2] != "__init__"

    def get_source(self, fullname):
        from importlib.util import decode_source
        path = self.get_filename(fullname)
        try:
            data = self.get_data(path)
        except OSError as error:
            raise ImportError("source not available through get_data()", name=fullname) from error
        return decode_source(data)


for _base, *_classes in ((MetaPathFinder, BuiltinImporter, FrozenImporter, PathFinder),
                         (FileLoader, SourceFileLoader), (SourceLoader, SourceFileLoader),
                         (InspectLoader, BuiltinImporter, FrozenImporter)):
    for _class in _classes:
        _base.register(_class)
del _base, _class, _classes
