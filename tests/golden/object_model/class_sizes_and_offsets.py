import types, collections, functools, weakref, abc, itertools, typing
for t in (object,int,float,complex,str,bytes,bytearray,list,tuple,dict,set,frozenset,type,BaseException,Exception,KeyError,OSError,AttributeError,StopIteration,SystemExit,ImportError,NameError,UnicodeDecodeError,SyntaxError,BaseExceptionGroup,types.ModuleType,property,classmethod,staticmethod,super,types.FunctionType,types.SimpleNamespace,weakref.ref,functools.partial,collections.OrderedDict,collections.deque,collections.UserDict,collections.Counter,enumerate,range,memoryview,functools.cached_property,types.GenericAlias,reversed,zip,map,filter,slice,types.MethodType,bool,abc.ABC,abc.ABCMeta,typing.Generic,typing.Protocol,collections.UserList,type(None),types.CodeType,types.GeneratorType,types.MappingProxyType,types.UnionType,itertools.count,itertools.chain):
    a = [t.__basicsize__, t.__itemsize__, t.__dictoffset__, t.__weakrefoffset__]
    try:
        class S(t): pass
        a += [S.__basicsize__, S.__itemsize__, S.__dictoffset__, S.__weakrefoffset__]
        class S(t): __slots__ = ('a',)
        a += [S.__basicsize__, S.__itemsize__, S.__dictoffset__, S.__weakrefoffset__]
        class S(t): __slots__ = ('a', 'b', '__dict__')
        a += [S.__basicsize__, S.__itemsize__, S.__dictoffset__, S.__weakrefoffset__]
        class S(t): __slots__ = ()
        a += [S.__basicsize__, S.__itemsize__, S.__dictoffset__, S.__weakrefoffset__]
    except TypeError: pass
    print(t.__name__, *a)

import array
import contextvars
import csv
import io
import itertools
import json.encoder
import random
import struct

for cls in [array.array, io.RawIOBase, io.BufferedReader, io.FileIO, io.TextIOWrapper, io.BytesIO, csv.Dialect, contextvars.ContextVar,
            contextvars.Context, random.Random.__base__, struct.Struct, itertools.batched, itertools.pairwise, type(iter(range(3))),
            type(iter("a")), type({}.items()), type([].__len__), type(iter(int, 1))]:
    print(cls.__name__, cls.__basicsize__, cls.__itemsize__, cls.__dictoffset__, cls.__weakrefoffset__)
