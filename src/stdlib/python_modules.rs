//! The modules of the standard library that are written in Python: their sources, one row each.
//! A module is parsed when it is imported first. The native modules are not here.

/// Name and source of every embedded module, sorted by name.
pub const PYTHON_MODULES: &[(&str, &str)] = &[
    ("__future__", include_str!("__future__.py")),
    ("_annotation_text", include_str!("_annotation_text.py")),
    ("_caret_anchors", include_str!("_caret_anchors.py")),
    ("_collections_abc", include_str!("_collections_abc.py")),
    ("_enum_extra", include_str!("_enum_extra.py")),
    ("_getattr_static", include_str!("_getattr_static.py")),
    ("_name_suggestions", include_str!("_name_suggestions.py")),
    ("_py_abc", include_str!("_py_abc.py")),
    ("_pyfunctools", include_str!("_pyfunctools.py")),
    ("_pyoperator", include_str!("_pyoperator.py")),
    ("_traceback_stack", include_str!("_traceback_stack.py")),
    ("_typing_alias", include_str!("_typing_alias.py")),
    ("_typing_forms", include_str!("_typing_forms.py")),
    ("_typing_forward", include_str!("_typing_forward.py")),
    ("_typing_protocol", include_str!("_typing_protocol.py")),
    ("_typing_records", include_str!("_typing_records.py")),
    ("_weakrefset", include_str!("_weakrefset.py")),
    ("abc", include_str!("abc.py")),
    ("collections", include_str!("collections/__init__.py")),
    ("collections._pure", include_str!("collections/_pure.py")),
    (
        "collections._wrappers",
        include_str!("collections/_wrappers.py"),
    ),
    ("contextlib", include_str!("contextlib.py")),
    ("copy", include_str!("copy.py")),
    ("copyreg", include_str!("copyreg.py")),
    ("dataclasses", include_str!("dataclasses.py")),
    ("enum", include_str!("enum.py")),
    ("functools", include_str!("functools.py")),
    ("keyword", include_str!("keyword.py")),
    ("linecache", include_str!("linecache.py")),
    ("operator", include_str!("operator.py")),
    ("reprlib", include_str!("reprlib.py")),
    ("traceback", include_str!("traceback.py")),
    ("types", include_str!("types.py")),
    ("typing", include_str!("typing.py")),
    ("warnings", include_str!("warnings.py")),
    ("weakref", include_str!("weakref.py")),
];

/// Those of the modules that are packages, sorted: their submodules are rows of their own.
pub const PYTHON_PACKAGES: &[&str] = &["collections"];
