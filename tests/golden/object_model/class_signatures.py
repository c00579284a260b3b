"""The signatures of classes made natively, and those that have none."""
import collections
import functools
import inspect
import io
import itertools
import types

for cls in [collections.deque, functools.partial, itertools.zip_longest, itertools.chain, io.BytesIO, io.StringIO,
            io.FileIO, io.TextIOWrapper, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair,
            io.IncrementalNewlineDecoder, object, type, int, enumerate, zip, map, types.SimpleNamespace]:
    print(cls.__name__, cls.__text_signature__)
    try:
        print("   ", inspect.signature(cls))
    except ValueError as error:
        print("   ", error)
