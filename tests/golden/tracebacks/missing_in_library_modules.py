# What a module of the library doesn't have is missed where it was asked for: no frame of the module's shows.
import difflib
import enum
import functools
import inspect
import re
import statistics
import sys
import traceback

for module in (re, functools, enum, inspect, difflib, statistics):
    try:
        module.no_such_name
    except AttributeError as error:
        print(error, len(traceback.extract_tb(error.__traceback__)), error.name, error.obj is module)

re.no_such_name
