"""Groups of tests."""

import sys
from . import case, util

__unittest = True


def _call_if_exists(parent, attr):
    getattr(parent, attr, lambda: None)()


class BaseTestSuite:
    """A group of tests and groups, without the fixtures of classes and modules."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{util.strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        """How many tests there are in all."""
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        """Add a test or a group."""
        if not callable(test):
            raise TypeError(f"{repr(test)} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before "
                            "passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        """Add several."""
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        """Run all, and have result collect what becomes of them."""
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        """Let go of a test that has been run, and of what it keeps alive."""
        try:
            test = self._tests[index]
        except TypeError:
            return  # tests of other libraries' suites may be no list
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run all without collecting anything: exceptions come through."""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A group of tests and groups, which sees to the fixtures of classes and modules."""

    def run(self, result, debug=False):
        """Run all, and have result collect what becomes of them."""
        top_level = False
        if getattr(result, "_testRunEntered", False) is False:
            result._testRunEntered = top_level = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _isnotsuite(test):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if (getattr(test.__class__, "_classSetupFailed", False)
                        or getattr(result, "_moduleSetUpFailed", False)):
                    continue
            if not debug:
                test(result)
            else:
                test.debug()
            if self._cleanup:
                self._removeTestAtIndex(index)
        if top_level:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        """Run all without collecting anything: exceptions come through."""
        self.run(_DebugResult(), True)

    def _handleClassSetUp(self, test, result):
        previous_class = getattr(result, "_previousTestClass", None)
        current_class = test.__class__
        if current_class == previous_class or result._moduleSetUpFailed:
            return
        if getattr(current_class, "__unittest_skip__", False):
            return
        failed = False
        try:
            current_class._classSetupFailed = False
        except TypeError:
            pass  # not a class of ours
        set_up = getattr(current_class, "setUpClass", None)
        do_cleanups = getattr(current_class, "doClassCleanups", None)
        if set_up is None:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            try:
                set_up()
            except Exception as error:
                if isinstance(result, _DebugResult):
                    raise
                failed = True
                try:
                    current_class._classSetupFailed = True
                except TypeError:
                    pass
                self._createClassOrModuleLevelException(
                    result, error, "setUpClass", util.strclass(current_class))
            if failed and do_cleanups is not None:
                do_cleanups()
                for exc_info in current_class.tearDown_exceptions:
                    self._createClassOrModuleLevelException(
                        result, exc_info[1], "setUpClass", util.strclass(current_class),
                        info=exc_info)
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _get_previous_module(self, result):
        previous_class = getattr(result, "_previousTestClass", None)
        return None if previous_class is None else previous_class.__module__

    def _handleModuleFixture(self, test, result):
        current_module = test.__class__.__module__
        if current_module == self._get_previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        try:
            module = sys.modules[current_module]
        except KeyError:
            return
        set_up = getattr(module, "setUpModule", None)
        if set_up is None:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            try:
                set_up()
            except Exception as error:
                if isinstance(result, _DebugResult):
                    raise
                result._moduleSetUpFailed = True
                self._createClassOrModuleLevelException(
                    result, error, "setUpModule", current_module)
            if result._moduleSetUpFailed:
                self._do_module_cleanups(result, "setUpModule", current_module)
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _do_module_cleanups(self, result, method_name, parent):
        try:
            case.doModuleCleanups()
        except ExceptionGroup as group:
            for error in group.exceptions:
                self._createClassOrModuleLevelException(result, error, method_name, parent)
        except Exception as error:
            self._createClassOrModuleLevelException(result, error, method_name, parent)

    def _createClassOrModuleLevelException(self, result, exc, method_name, parent, info=None):
        self._addClassOrModuleLevelException(result, exc, f"{method_name} ({parent})", info)

    def _addClassOrModuleLevelException(self, result, exc, errorName, info=None):
        error = _ErrorHolder(errorName)
        add_skip = getattr(result, "addSkip", None)
        if add_skip is not None and isinstance(exc, case.SkipTest):
            add_skip(error, str(exc))
        elif info is None:
            result.addError(error, (type(exc), exc, exc.__traceback__))
        else:
            result.addError(error, info)

    def _handleModuleTearDown(self, result):
        previous_module = self._get_previous_module(result)
        if previous_module is None or result._moduleSetUpFailed:
            return
        try:
            module = sys.modules[previous_module]
        except KeyError:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            tear_down = getattr(module, "tearDownModule", None)
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as error:
                    if isinstance(result, _DebugResult):
                        raise
                    self._createClassOrModuleLevelException(
                        result, error, "tearDownModule", previous_module)
            if isinstance(result, _DebugResult):
                case.doModuleCleanups()
            else:
                self._do_module_cleanups(result, "tearDownModule", previous_module)
        finally:
            _call_if_exists(result, "_restoreStdout")

    def _tearDownPreviousClass(self, test, result):
        previous_class = getattr(result, "_previousTestClass", None)
        current_class = test.__class__
        if current_class == previous_class or previous_class is None:
            return
        if (getattr(previous_class, "_classSetupFailed", False)
                or getattr(result, "_moduleSetUpFailed", False)
                or getattr(previous_class, "__unittest_skip__", False)):
            return
        tear_down = getattr(previous_class, "tearDownClass", None)
        do_cleanups = getattr(previous_class, "doClassCleanups", None)
        if tear_down is None and do_cleanups is None:
            return
        _call_if_exists(result, "_setupStdout")
        try:
            class_name = util.strclass(previous_class)
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as error:
                    if isinstance(result, _DebugResult):
                        raise
                    self._createClassOrModuleLevelException(
                        result, error, "tearDownClass", class_name)
            if do_cleanups is not None:
                do_cleanups()
                for exc_info in previous_class.tearDown_exceptions:
                    if isinstance(result, _DebugResult):
                        raise exc_info[1]
                    self._createClassOrModuleLevelException(
                        result, exc_info[1], "tearDownClass", class_name, info=exc_info)
        finally:
            _call_if_exists(result, "_restoreStdout")


class _ErrorHolder:
    """Stands for a test where a fixture of a class or module went wrong."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


def _isnotsuite(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _DebugResult:
    """Takes note of fixtures while debug() runs."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
