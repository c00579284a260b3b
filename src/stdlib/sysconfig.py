"""Where the interpreter's parts are, as far as there are any."""

import os
import sys

__all__ = ["get_config_h_filename", "get_config_var", "get_config_vars", "get_makefile_filename",
           "get_path", "get_path_names", "get_paths", "get_platform", "get_python_version",
           "get_scheme_names", "parse_config_h", "get_default_scheme"]

_SCHEMES = {
    "posix_prefix": {
        "stdlib": "{base}/lib/python{v}", "platstdlib": "{base}/lib/python{v}",
        "purelib": "{base}/lib/python{v}/site-packages",
        "platlib": "{base}/lib/python{v}/site-packages",
        "include": "{base}/include/python{v}", "platinclude": "{base}/include/python{v}",
        "scripts": "{base}/bin", "data": "{base}",
    },
}


def get_python_version():
    """The version without its last part: "3.13"."""
    return "%d.%d" % sys.version_info[:2]


def get_platform():
    """The system and the machine: "linux-x86_64"."""
    try:
        found = os.uname()
    except OSError:
        return sys.platform
    return f"{found.sysname.lower()}-{found.machine}"


def get_default_scheme():
    """The name of the scheme that holds here."""
    return "posix_prefix"


def get_scheme_names():
    """The names of all schemes."""
    return tuple(sorted(_SCHEMES))


def get_path_names():
    """The names of the places that a scheme has."""
    return ("stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data")


def get_paths(scheme="posix_prefix", vars=None, expand=True):
    """All places of a scheme."""
    found = dict(_SCHEMES[scheme])
    if expand:
        names = {"base": sys.prefix, "v": get_python_version(), **(vars or {})}
        found = {name: path.format(**names) for name, path in found.items()}
    return found


def get_path(name, scheme="posix_prefix", vars=None, expand=True):
    """One of the places of a scheme."""
    return get_paths(scheme, vars, expand)[name]


def get_config_vars(*args):
    """What is known of how the interpreter was made."""
    found = {
        "prefix": sys.prefix, "exec_prefix": sys.exec_prefix, "base": sys.prefix,
        "py_version": "%d.%d.%d" % sys.version_info[:3], "py_version_short": get_python_version(),
        "py_version_nodot": "%d%d" % sys.version_info[:2], "platbase": sys.exec_prefix,
        "installed_base": sys.base_prefix, "Py_GIL_DISABLED": 0, "Py_DEBUG": 0,
        "SOABI": None, "EXT_SUFFIX": None,
    }
    return [found.get(name) for name in args] if args else found


def get_config_var(name):
    """One of these facts, or None."""
    return get_config_vars().get(name)


def is_python_build(check_home=None):
    """Whether the interpreter runs where it was made."""
    return False
