"""Examples in docstrings as tests: what a prompt shows is run, and must print what follows.

    def square(x):
        '''
        >>> square(3)
        9
        '''
        return x * x

    if __name__ == "__main__":
        import doctest
        doctest.testmod()
"""

__all__ = ["register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE",
           "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL",
           "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
           "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest",
           "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker",
           "DocTestFailure", "UnexpectedException", "DebugRunner", "testmod", "testfile",
           "run_docstring_examples", "DocTestSuite", "DocFileSuite", "set_unittest_reportflags",
           "script_from_examples", "testsource"]

import inspect
import linecache
import os
import re
import sys
import traceback
from collections import namedtuple
from io import StringIO

import __future__
from _doctest_parse import *
from _doctest_parse import (
    BLANKLINE_MARKER, COMPARISON_FLAGS, ELLIPSIS_MARKER, FAIL_FAST, IGNORE_EXCEPTION_DETAIL,
    OPTIONFLAGS_BY_NAME, REPORT_ONLY_FIRST_FAILURE, REPORTING_FLAGS, SKIP, DocTestParser,
    Example, OutputChecker, indented)


class TestResults(namedtuple("TestResults", ("failed", "attempted"))):
    """How many examples failed and ran; `skipped` is an attribute only."""

    def __new__(cls, failed, attempted, *, skipped=0):
        results = super().__new__(cls, failed, attempted)
        results.skipped = skipped
        return results

    def __repr__(self):
        skipped = f", skipped={self.skipped}" if self.skipped else ""
        return f"TestResults(failed={self.failed}, attempted={self.attempted}{skipped})"


def _module_of(module):
    if inspect.ismodule(module):
        return module
    if isinstance(module, str):
        return __import__(module, globals(), locals(), ["*"])
    if module is None:
        return sys.modules[sys._getframe(2).f_globals["__name__"]]
    raise TypeError("Expected a module, string, or None")


# Finding

class DocTestFinder:
    """Finds the docstrings with examples of an object and of what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """A list of DocTests."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ "
                                 f"doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        try:
            file = inspect.getsourcefile(obj)
        except TypeError:
            source_lines = None
        else:
            if not file:
                file = inspect.getfile(obj)
                if not file[0] + file[-2:] == "<]>":
                    file = None
            source_lines = None
            if file is not None:
                names = None if module is None else module.__dict__
                source_lines = linecache.getlines(file, names) or None
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, source_lines, globs, {})
        tests.sort()
        return tests

    def _from_module(self, module, obj):
        """Does the object belong to the module?"""
        if module is None:
            return True
        if inspect.getmodule(obj) is not None:
            return module is inspect.getmodule(obj)
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if inspect.ismethoddescriptor(obj) or inspect.ismethodwrapper(obj):
            if hasattr(obj, "__objclass__"):
                return module.__name__ == obj.__objclass__.__module__
            return hasattr(obj, "__module__") and module.__name__ == obj.__module__
        if inspect.isclass(obj):
            return module.__name__ == obj.__module__
        if hasattr(obj, "__module__"):
            return module.__name__ == obj.__module__
        if isinstance(obj, property):
            return True
        raise ValueError("object must be a class or function")

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except ValueError:
            pass
        return inspect.isroutine(obj)

    def _find(self, tests, obj, name, module, source_lines, globs, seen):
        if self._verbose:
            print(f"Finding tests in {name}")
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, source_lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for own, value in obj.__dict__.items():
                if ((self._is_routine(value) or inspect.isclass(value))
                        and self._from_module(module, value)):
                    self._find(tests, value, f"{name}.{own}", module, source_lines, globs, seen)
            for own, value in getattr(obj, "__test__", {}).items():
                if not isinstance(own, str):
                    raise ValueError("DocTestFinder.find: __test__ keys must be strings: "
                                     f"{type(own)!r}")
                if not (inspect.isroutine(value) or inspect.isclass(value)
                        or inspect.ismodule(value) or isinstance(value, str)):
                    raise ValueError("DocTestFinder.find: __test__ values must be strings, "
                                     f"functions, methods, classes, or modules: {type(value)!r}")
                self._find(tests, value, f"{name}.__test__.{own}", module, source_lines, globs,
                           seen)
        elif inspect.isclass(obj):
            for own, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if ((inspect.isroutine(value) or inspect.isclass(value)
                     or isinstance(value, property)) and self._from_module(module, value)):
                    self._find(tests, value, f"{name}.{own}", module, source_lines, globs, seen)

    def _get_test(self, obj, name, module, globs, source_lines):
        if isinstance(obj, str):
            docstring = obj
        else:
            docstring = getattr(obj, "__doc__", None)
            docstring = "" if docstring is None else str(docstring)
        lineno = self._find_lineno(obj, source_lines)
        if self._exclude_empty and not docstring:
            return None
        if module is None:
            filename = None
        else:
            filename = getattr(module, "__file__", None) or module.__name__
            if filename[-4:] == ".pyc":
                filename = filename[:-1]
        return self._parser.get_doctest(docstring, globs, name, filename, lineno)

    def _find_lineno(self, obj, source_lines):
        """The index of the line on which the docstring begins."""
        lineno = None
        docstring = getattr(obj, "__doc__", None)
        if inspect.ismodule(obj) and docstring is not None:
            lineno = 0
        if inspect.isclass(obj) and docstring is not None:
            if source_lines is None:
                return None
            pattern = re.compile(rf"^\s*class\s*{re.escape(getattr(obj, '__name__', '-'))}\b")
            for at, line in enumerate(source_lines):
                if pattern.match(line):
                    lineno = at
                    break
        if inspect.ismethod(obj):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.isroutine(obj) and getattr(obj, "__doc__", None):
            obj = inspect.unwrap(obj)
            obj = getattr(obj, "__code__", None)
        if inspect.istraceback(obj):
            obj = obj.tb_frame
        if inspect.isframe(obj):
            obj = obj.f_code
        if inspect.iscode(obj):
            lineno = obj.co_firstlineno - 1
        if lineno is not None:
            if source_lines is None:
                return lineno + 1
            pattern = re.compile(r'(^|.*:)\s*\w*("|\')')
            for at in range(lineno, len(source_lines)):
                if pattern.match(source_lines[at]):
                    return at
        return None


# Running

class _Output(StringIO):
    """Catches what the examples print."""

    def getvalue(self):
        text = StringIO.getvalue(self)
        return text + "\n" if text and not text.endswith("\n") else text

    def truncate(self, size=None):
        self.seek(size)
        StringIO.truncate(self)


def _plural(count, noun):
    return f"{count} {noun}{'' if count == 1 else 's'}"


class DocTestRunner:
    """Runs DocTests and reports what fails."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self.skips = 0
        # For each name: failed, attempted, skipped.
        self._stats = {}
        self._fakeout = _Output()

    def report_start(self, out, test, example):
        if self._verbose:
            if example.want:
                out(f"Trying:\n{indented(example.source)}Expecting:\n{indented(example.want)}")
            else:
                out(f"Trying:\n{indented(example.source)}Expecting nothing\n")

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + "Exception raised:\n"
            + indented(_exception_traceback(exc_info)))

    def _failure_header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            lineno = "?" if test.lineno is None else test.lineno + example.lineno + 1
            lines.append(f'File "{test.filename}", line {lineno}, in {test.name}')
        else:
            lines.append(f"Line {example.lineno + 1}, in {test.name}")
        lines.append("Failed example:")
        return "\n".join(lines) + "\n" + indented(example.source)

    def _run_examples(self, test, compileflags, out):
        failures = tries = skips = 0
        original = self.optionflags
        for number, example in enumerate(test.examples):
            tries += 1
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, value in example.options.items():
                if value:
                    self.optionflags |= flag
                else:
                    self.optionflags &= ~flag
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            filename = f"<doctest {test.name}[{number}]>"
            error = None
            try:
                exec(compile(example.source, filename, "single", compileflags, True), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException:
                error = sys.exc_info()
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            if error is None:
                outcome = self._checker.check_output(example.want, got, self.optionflags)
            else:
                outcome, got = self._check_exception(example, got, error)
            if outcome is True:
                if not quiet:
                    self.report_success(out, test, example, got)
            else:
                if not quiet:
                    if outcome is False:
                        self.report_failure(out, test, example, got)
                    else:
                        self.report_unexpected_exception(out, test, example, error)
                failures += 1
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        self._record(test, failures, tries, skips)
        return TestResults(failures, tries, skipped=skips)

    def _check_exception(self, example, got, error):
        """Is the exception the expected one? None if none was expected."""
        formatted = traceback.format_exception_only(*error[:2])
        if issubclass(error[0], SyntaxError):
            # Only the last line: not where it is.
            name = f"{error[0].__module__}.{error[0].__qualname__}:"
            prefixes = (f"{error[0].__qualname__}:", name)
            at = next((at for at, line in enumerate(formatted) if line.startswith(prefixes)), 0)
            formatted = formatted[at:]
        message = "".join(formatted)
        got += _exception_traceback(error)
        if example.exc_msg is None:
            return None, got
        if self._checker.check_output(example.exc_msg, message, self.optionflags):
            return True, got
        if self.optionflags & IGNORE_EXCEPTION_DETAIL:
            return self._checker.check_output(
                _exception_name(example.exc_msg), _exception_name(message),
                self.optionflags), got
        return False, got

    def _record(self, test, failures, tries, skips):
        old = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = tuple(a + b for a, b in zip(old, (failures, tries, skips)))
        self.failures += failures
        self.tries += tries
        self.skips += skips

    _FILE = re.compile(r"<doctest (?P<name>.+)\[(?P<number>\d+)\]>$")

    def _getlines(self, filename, module_globals=None):
        # The sources of the examples, for tracebacks.
        match = self._FILE.match(filename)
        if match and match["name"] == self.test.name:
            return self.test.examples[int(match["number"])].source.splitlines(keepends=True)
        return self._saved_getlines(filename, module_globals)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a DocTest."""
        self.test = test
        if compileflags is None:
            compileflags = _future_flags(test.globs)
        stdout = sys.stdout
        if out is None:
            out = stdout.write
        sys.stdout = self._fakeout
        self._saved_getlines = linecache.getlines
        linecache.getlines = self._getlines
        displayhook = sys.displayhook
        sys.displayhook = sys.__displayhook__
        try:
            return self._run_examples(test, compileflags, out)
        finally:
            sys.stdout = stdout
            linecache.getlines = self._saved_getlines
            sys.displayhook = displayhook
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def summarize(self, verbose=None):
        """Prints how many examples passed and failed."""
        if verbose is None:
            verbose = self._verbose
        empty, passed, failed = [], [], []
        tries = failures = skips = 0
        for name, (own_failures, own_tries, own_skips) in self._stats.items():
            tries += own_tries
            failures += own_failures
            skips += own_skips
            if own_tries == 0:
                empty.append(name)
            elif own_failures == 0:
                passed.append((name, own_tries))
            else:
                failed.append((name, (own_failures, own_tries, own_skips)))
        if verbose:
            if empty:
                print(f"{_plural(len(empty), 'item')} had no tests:")
                for name in sorted(empty):
                    print(f"    {name}")
            if passed:
                print(f"{_plural(len(passed), 'item')} passed all tests:")
                for name, count in sorted(passed):
                    print(f" {count:3d} test{'' if count == 1 else 's'} in {name}")
        if failed:
            print(self.DIVIDER)
            print(f"{_plural(len(failed), 'item')} had failures:")
            for name, (own_failures, own_tries, _) in sorted(failed):
                print(f" {own_failures:3d} of {own_tries:3d} in {name}")
        if verbose:
            print(f"{_plural(tries, 'test')} in {_plural(len(self._stats), 'item')}.")
            parts = [f"{tries - failures} passed"]
            if failures:
                parts.append(f"{failures} failed")
            print(" and ".join(parts) + ".")
        if failures:
            text = f"***Test Failed*** {_plural(failures, 'failure')}"
            if skips:
                text += f" and {_plural(skips, 'skipped test')}"
            print(text + ".")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        """Adds the results of another runner."""
        for name, counts in other._stats.items():
            old = self._stats.get(name, (0, 0, 0))
            self._stats[name] = tuple(a + b for a, b in zip(old, counts))


def _exception_traceback(exc_info):
    text = StringIO()
    traceback.print_exception(*exc_info, file=text)
    return text.getvalue()


def _exception_name(message):
    """The name of an exception without its module and its text."""
    name = message.partition("\n")[0].partition(":")[0]
    return name.rpartition(".")[2].strip()


def _future_flags(globs):
    flags = 0
    for name in __future__.all_feature_names:
        if globs.get(name) is getattr(__future__, name):
            flags |= getattr(__future__, name).compiler_flag
    return flags


class DocTestFailure(Exception):
    """An example printed something else: raised by DebugRunner."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised an exception: raised by DebugRunner."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises an exception at the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        results = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return results

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# Functions for programs

master = None


def _finish(runner, report):
    global master
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Runs the examples of a module; of the main program if none is given."""
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    runner_class = DebugRunner if raise_on_error else DocTestRunner
    runner = runner_class(verbose=verbose, optionflags=optionflags)
    finder = DocTestFinder(exclude_empty=exclude_empty)
    for test in finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    return _finish(runner, report)


def _load_file(filename, package, module_relative, encoding):
    if module_relative:
        package = _module_of(package)
        if filename.startswith("/"):
            raise ValueError("Module-relative files may not have absolute paths")
        folder = os.path.dirname(package.__file__) if hasattr(package, "__file__") else ""
        if package.__name__ == "__main__" and not folder:
            folder = os.path.dirname(sys.argv[0])
        filename = os.path.join(folder, *filename.split("/"))
    with open(filename, encoding=encoding) as file:
        return file.read(), filename


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None,
             report=True, optionflags=0, extraglobs=None, raise_on_error=False,
             parser=DocTestParser(), encoding=None):
    """Runs the examples of a text file."""
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    if package is None and module_relative:
        package = sys.modules[sys._getframe(1).f_globals["__name__"]]
    text, filename = _load_file(filename, package, module_relative, encoding or "utf-8")
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    runner_class = DebugRunner if raise_on_error else DocTestRunner
    runner = runner_class(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0))
    return _finish(runner, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None,
                           optionflags=0):
    """Runs the examples of one object's docstring."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def script_from_examples(s):
    """The examples of a text as a program, all else as comments."""
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append("# Expected:")
                output += [f"## {line}" for line in piece.want.split("\n")[:-1]]
        else:
            output += ["#" + (f" {line}" if line else "") for line in piece.split("\n")[:-1]]
    while output and output[-1] == "#":
        output.pop()
    while output and output[0] == "#":
        output.pop(0)
    return "\n".join(output) + "\n"


def testsource(module, name):
    """The examples of a module's object as a program."""
    module = _module_of(module)
    test = [t for t in DocTestFinder().find(module) if t.name == name]
    if not test:
        raise ValueError(name, "not found in tests")
    return script_from_examples(test[0].docstring)


# unittest, which is loaded when it is wanted

def __getattr__(name):
    if name in ("DocTestCase", "DocFileCase", "DocTestSuite", "DocFileSuite",
                "SkipDocTestCase", "set_unittest_reportflags"):
        import _doctest_unittest
        return getattr(_doctest_unittest, name)
    raise AttributeError(f"module 'doctest' has no attribute {name!r}")


def _test():
    import argparse
    parser = argparse.ArgumentParser(description="doctest runner")
    parser.add_argument("-v", "--verbose", action="store_true", default=False,
                        help="print very verbose output for all tests")
    parser.add_argument("-o", "--option", action="append", choices=OPTIONFLAGS_BY_NAME.keys(),
                        default=[], help="specify a doctest option flag to apply to the test "
                                         "run; may be specified more than once to apply "
                                         "multiple options")
    parser.add_argument("-f", "--fail-fast", action="store_true",
                        help="stop running tests after first failure (this is a shorthand for "
                             "-o FAIL_FAST, and is in addition to any other -o options)")
    parser.add_argument("file", nargs="+", help="file containing the tests to run")
    args = parser.parse_args()
    options = 0
    for option in args.option:
        options |= OPTIONFLAGS_BY_NAME[option]
    if args.fail_fast:
        options |= FAIL_FAST
    for filename in args.file:
        if filename.endswith(".py"):
            folder, filename = os.path.split(filename)
            sys.path.insert(0, folder)
            module = __import__(filename[:-3])
            del sys.path[0]
            failures, _ = testmod(module, verbose=args.verbose, optionflags=options)
        else:
            failures, _ = testfile(filename, module_relative=False, verbose=args.verbose,
                                   optionflags=options)
        if failures:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(_test())
