# Classes of the library that say nothing of themselves: None is what instances and subclasses find.
import argparse
import calendar
import collections
import csv
import dataclasses
import decimal
import functools
import inspect
import ipaddress
import logging
import pprint
import reprlib
import string
import urllib.parse
import weakref

for cls in (
    collections.UserDict, collections.UserString, collections.UserList, weakref.WeakSet, functools.cached_property,
    dataclasses.Field, dataclasses.InitVar, decimal.DecimalException, decimal.Overflow, inspect.FrameInfo,
    ipaddress.IPv4Interface, csv.DictReader, logging.PercentStyle, pprint.PrettyPrinter, reprlib.Repr, string.Formatter,
    urllib.parse.ParseResult, argparse.BooleanOptionalAction, calendar.different_locale,
):
    print(cls.__name__, cls.__doc__ is None, "__doc__" in vars(cls))


class Derived(collections.UserDict, float):
    pass


print(Derived.__doc__, Derived().__doc__)
del Derived.__doc__
print(Derived.__doc__, Derived().__doc__)
