"""The classes of the import system."""

from _frozen_importlib import (BuiltinImporter, FrozenImporter, ModuleSpec, NamespaceLoader,
                               PathFinder, SourceFileLoader)

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    """All file name suffixes of modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
