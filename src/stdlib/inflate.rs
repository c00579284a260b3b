//! `_inflate`: unpacking what zip archives hold. Reference: RFC 1951.

use super::NativeModule;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::types::{args, buffer};
use crate::vm::Vm;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

