//! The rows of the methods behind operators and protocols, whose signatures and docs are the same for
//! every type: `slots::add(f)` is the row of `__add__`. What each does is in the types' own files.

use crate::object::table::{Method, Row, method};

macro_rules! slots {
    ($($name:ident $signature:literal $doc:literal;)*) => {
        $(#[doc = concat!("The row of `", $signature, "`.")]
        pub const fn $name(function: Method) -> Row {
            method($signature, function, $doc)
        })*
    };
}

slots! {
    init "__init__(self, /, *args, **kwargs)" "Initialize self.  See help(type(self)) for accurate signature.";
    getattribute "__getattribute__(self, name, /)" "Return getattr(self, name).";
    setattr "__setattr__(self, name, value, /)" "Implement setattr(self, name, value).";
    delattr "__delattr__(self, name, /)" "Implement delattr(self, name).";
    repr "__repr__(self, /)" "Return repr(self).";
    str "__str__(self, /)" "Return str(self).";
    hash "__hash__(self, /)" "Return hash(self).";
    call "__call__(self, /, *args, **kwargs)" "Call self as a function.";
    lt "__lt__(self, value, /)" "Return self<value.";
    le "__le__(self, value, /)" "Return self<=value.";
    eq "__eq__(self, value, /)" "Return self==value.";
    ne "__ne__(self, value, /)" "Return self!=value.";
    gt "__gt__(self, value, /)" "Return self>value.";
    ge "__ge__(self, value, /)" "Return self>=value.";
    bool "__bool__(self, /)" "True if self else False";
    int "__int__(self, /)" "int(self)";
    float "__float__(self, /)" "float(self)";
    index "__index__(self, /)" "Return self converted to an integer, if self is suitable for use as an index into a list.";
    neg "__neg__(self, /)" "-self";
    pos "__pos__(self, /)" "+self";
    abs "__abs__(self, /)" "abs(self)";
    invert "__invert__(self, /)" "~self";
    add "__add__(self, value, /)" "Return self+value.";
    radd "__radd__(self, value, /)" "Return value+self.";
    iadd "__iadd__(self, value, /)" "Implement self+=value.";
    sub "__sub__(self, value, /)" "Return self-value.";
    rsub "__rsub__(self, value, /)" "Return value-self.";
    isub "__isub__(self, value, /)" "Return self-=value.";
    mul "__mul__(self, value, /)" "Return self*value.";
    rmul "__rmul__(self, value, /)" "Return value*self.";
    imul "__imul__(self, value, /)" "Implement self*=value.";
    matmul "__matmul__(self, value, /)" "Return self@value.";
    rmatmul "__rmatmul__(self, value, /)" "Return value@self.";
    imatmul "__imatmul__(self, value, /)" "Implement self@=value.";
    itruediv "__itruediv__(self, value, /)" "Implement self/=value.";
    ifloordiv "__ifloordiv__(self, value, /)" "Implement self//=value.";
    imod "__imod__(self, value, /)" "Implement self%=value.";
    ipow "__ipow__(self, value, /)" "Implement self**=value.";
    ilshift "__ilshift__(self, value, /)" "Implement self<<=value.";
    irshift "__irshift__(self, value, /)" "Implement self>>=value.";
    truediv "__truediv__(self, value, /)" "Return self/value.";
    rtruediv "__rtruediv__(self, value, /)" "Return value/self.";
    floordiv "__floordiv__(self, value, /)" "Return self//value.";
    rfloordiv "__rfloordiv__(self, value, /)" "Return value//self.";
    mod_ "__mod__(self, value, /)" "Return self%value.";
    rmod "__rmod__(self, value, /)" "Return value%self.";
    divmod "__divmod__(self, value, /)" "Return divmod(self, value).";
    rdivmod "__rdivmod__(self, value, /)" "Return divmod(value, self).";
    pow "__pow__(self, value, mod=None, /)" "Return pow(self, value, mod).";
    rpow "__rpow__(self, value, mod=None, /)" "Return pow(value, self, mod).";
    lshift "__lshift__(self, value, /)" "Return self<<value.";
    rlshift "__rlshift__(self, value, /)" "Return value<<self.";
    rshift "__rshift__(self, value, /)" "Return self>>value.";
    rrshift "__rrshift__(self, value, /)" "Return value>>self.";
    and "__and__(self, value, /)" "Return self&value.";
    rand "__rand__(self, value, /)" "Return value&self.";
    iand "__iand__(self, value, /)" "Return self&=value.";
    or "__or__(self, value, /)" "Return self|value.";
    ror "__ror__(self, value, /)" "Return value|self.";
    ior "__ior__(self, value, /)" "Return self|=value.";
    xor "__xor__(self, value, /)" "Return self^value.";
    rxor "__rxor__(self, value, /)" "Return value^self.";
    ixor "__ixor__(self, value, /)" "Return self^=value.";
    len "__len__(self, /)" "Return len(self).";
    getitem "__getitem__(self, key, /)" "Return self[key].";
    setitem "__setitem__(self, key, value, /)" "Set self[key] to value.";
    delitem "__delitem__(self, key, /)" "Delete self[key].";
    contains "__contains__(self, key, /)" "Return bool(key in self).";
    iter "__iter__(self, /)" "Implement iter(self).";
    next "__next__(self, /)" "Implement next(self).";
    await_ "__await__(self, /)" "Return an iterator to be used in await expression.";
    del "__del__(self, /)" "Called when the instance is about to be destroyed.";
    get "__get__(self, instance, owner=None, /)" "Return an attribute of instance, which is of type owner.";
    set "__set__(self, instance, value, /)" "Set an attribute of instance to value.";
    delete "__delete__(self, instance, /)" "Delete an attribute of instance.";
    buffer "__buffer__(self, flags, /)" "Return a buffer object that exposes the underlying memory of the object.";
    release_buffer "__release_buffer__(self, buffer, /)" "Release the buffer object that exposes the underlying memory of the object.";
}
