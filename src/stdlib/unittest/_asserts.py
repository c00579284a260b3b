"""The assert methods of TestCase."""

import re
from .util import _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


def _pretty_diff(first, second):
    import difflib
    import pprint
    return "\n" + "\n".join(difflib.ndiff(pprint.pformat(first).splitlines(),
                                          pprint.pformat(second).splitlines()))


class Assertions:
    """Each assert method takes a message of one's own as msg.

    With longMessage it comes after the method's own message. Differences
    longer than maxDiff aren't shown.
    """

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    # Longer strings aren't compared line by line, which would take long.
    _diffThreshold = 2 ** 16

    def addTypeEqualityFunc(self, typeobj, function):
        """Have assertEqual() call function(first, second, msg=) for two objects of a type."""
        self._type_equality_funcs[typeobj] = function

    def fail(self, msg=None):
        """Fail in any case."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f"{standardMsg} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + (DIFF_OMITTED % len(diff))

    # Truth and identity

    def assertFalse(self, expr, msg=None):
        """expr is false."""
        if expr:
            raise self.failureException(
                self._formatMessage(msg, f"{safe_repr(expr)} is not false"))

    def assertTrue(self, expr, msg=None):
        """expr is true."""
        if not expr:
            raise self.failureException(
                self._formatMessage(msg, f"{safe_repr(expr)} is not true"))

    def assertIs(self, expr1, expr2, msg=None):
        """Both are the same object."""
        if expr1 is not expr2:
            self.fail(self._formatMessage(
                msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}"))

    def assertIsNot(self, expr1, expr2, msg=None):
        """They are two objects."""
        if expr1 is expr2:
            self.fail(self._formatMessage(msg, f"unexpectedly identical: {safe_repr(expr1)}"))

    def assertIsNone(self, obj, msg=None):
        """obj is None."""
        if obj is not None:
            self.fail(self._formatMessage(msg, f"{safe_repr(obj)} is not None"))

    def assertIsNotNone(self, obj, msg=None):
        """obj isn't None."""
        if obj is None:
            self.fail(self._formatMessage(msg, "unexpectedly None"))

    def assertIsInstance(self, obj, cls, msg=None):
        """isinstance(obj, cls)"""
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(
                msg, f"{safe_repr(obj)} is not an instance of {cls!r}"))

    def assertNotIsInstance(self, obj, cls, msg=None):
        """not isinstance(obj, cls)"""
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, f"{safe_repr(obj)} is an instance of {cls!r}"))

    # Equality

    def _getAssertEqualityFunc(self, first, second):
        """How to compare two objects: by a method that tells more if both are of one type."""
        if type(first) == type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            standard = "%s != %s" % _common_shorten_repr(first, second)
            raise self.failureException(self._formatMessage(msg, standard))

    def assertEqual(self, first, second, msg=None):
        """first == second"""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """first != second"""
        if not first != second:
            raise self.failureException(self._formatMessage(
                msg, f"{safe_repr(first)} == {safe_repr(second)}"))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """The difference is zero, rounded to so many decimals (7), or no more than delta."""
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            if diff <= delta:
                return
            within = f"{safe_repr(delta)} delta"
        else:
            if places is None:
                places = 7
            if round(diff, places) == 0:
                return
            within = f"{places!r} places"
        standard = (f"{safe_repr(first)} != {safe_repr(second)} within {within} "
                    f"({safe_repr(diff)} difference)")
        raise self.failureException(self._formatMessage(msg, standard))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """The opposite of assertAlmostEqual()."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            if not first == second and diff > delta:
                return
            standard = (f"{safe_repr(first)} == {safe_repr(second)} within "
                        f"{safe_repr(delta)} delta ({safe_repr(diff)} difference)")
        else:
            if places is None:
                places = 7
            if not first == second and round(diff, places) != 0:
                return
            standard = f"{safe_repr(first)} == {safe_repr(second)} within {places!r} places"
        raise self.failureException(self._formatMessage(msg, standard))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Two sequences have equal items; with seq_type both are of that type."""
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(
                        f"{which} sequence is not a {name}: {safe_repr(seq)}")
        else:
            name = "sequence"
        differing = None
        lengths = []
        for which, seq in (("First", seq1), ("Second", seq2)):
            try:
                lengths.append(len(seq))
            except (TypeError, NotImplementedError):
                differing = f"{which} {name} has no length.    Non-sequence?"
                break
        if differing is None:
            if seq1 == seq2:
                return
            differing = self._sequence_difference(seq1, seq2, *lengths, name, seq_type)
            if differing is None:
                return
        message = self._truncateMessage(differing, _pretty_diff(seq1, seq2))
        self.fail(self._formatMessage(msg, message))

    def _sequence_difference(self, seq1, seq2, len1, len2, name, seq_type):
        """Where two sequences differ; None if it is only by their types."""
        differing = "%ss differ: %s != %s\n" % (
            (name.capitalize(),) + _common_shorten_repr(seq1, seq2))
        unable = "\nUnable to index element %d of %s %s\n"
        for i in range(min(len1, len2)):
            try:
                item1 = seq1[i]
            except (TypeError, IndexError, NotImplementedError):
                return differing + unable % (i, "first", name)
            try:
                item2 = seq2[i]
            except (TypeError, IndexError, NotImplementedError):
                return differing + unable % (i, "second", name)
            if item1 != item2:
                return differing + ("\nFirst differing element %d:\n%s\n%s\n"
                                    % ((i,) + _common_shorten_repr(item1, item2)))
        if len1 == len2:
            return None if seq_type is None and type(seq1) != type(seq2) else differing
        which, longer, count = (("First", seq1, len1 - len2) if len1 > len2
                                else ("Second", seq2, len2 - len1))
        differing += f"\n{which} {name} contains {count} additional elements.\n"
        first_extra = min(len1, len2)
        try:
            differing += f"First extra element {first_extra}:\n{safe_repr(longer[first_extra])}\n"
        except (TypeError, IndexError, NotImplementedError):
            differing += f"Unable to index element {first_extra} of {which.lower()} {name}\n"
        return differing

    def assertListEqual(self, list1, list2, msg=None):
        """Two lists are equal."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Two tuples are equal."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Two sets are equal."""
        differences = []
        for one, other, which in ((set1, set2, "first"), (set2, set1, "second")):
            try:
                differences.append(one.difference(other))
            except TypeError as error:
                self.fail(f"invalid type when attempting set difference: {error}")
            except AttributeError as error:
                self.fail(f"{which} argument does not support set difference: {error}")
        if not any(differences):
            return
        lines = []
        for difference, here, there in zip(differences, ("first", "second"),
                                           ("second", "first")):
            if difference:
                lines.append(f"Items in the {here} set but not the {there}:")
                lines += map(repr, difference)
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        """Two dicts are equal."""
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            standard = "%s != %s" % _common_shorten_repr(d1, d2)
            standard = self._truncateMessage(standard, _pretty_diff(d1, d2))
            self.fail(self._formatMessage(msg, standard))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Two strings are equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        # Line ends are added so that the last lines don't differ by them alone.
        lines1, lines2 = first, second
        if first and second:
            if first[-1] != "\n" or second[-1] != "\n":
                lines1 += "\n"
                lines2 += "\n"
        elif second and second[-1] != "\n":
            lines2 += "\n"
        elif first and first[-1] != "\n":
            lines1 += "\n"
        import difflib
        diff = "\n" + "".join(difflib.ndiff(lines1.splitlines(keepends=True),
                                            lines2.splitlines(keepends=True)))
        standard = "%s != %s" % _common_shorten_repr(first, second)
        self.fail(self._formatMessage(msg, self._truncateMessage(standard, diff)))

    def assertCountEqual(self, first, second, msg=None):
        """Both have the same items, each as often, in any order."""
        from collections import Counter
        first, second = list(first), list(second)
        try:
            counts1, counts2 = Counter(first), Counter(second)
        except TypeError:
            differences = _count_diff_all_purpose(first, second)
        else:
            if counts1 == counts2:
                return
            differences = _count_diff_hashable(first, second)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % diff for diff in differences]
            message = self._truncateMessage("Element counts were not equal:\n",
                                            "\n".join(lines))
            self.fail(self._formatMessage(msg, message))

    # Order and membership

    def assertLess(self, a, b, msg=None):
        """a < b"""
        if not a < b:
            self.fail(self._formatMessage(msg, f"{safe_repr(a)} not less than {safe_repr(b)}"))

    def assertLessEqual(self, a, b, msg=None):
        """a <= b"""
        if not a <= b:
            self.fail(self._formatMessage(
                msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}"))

    def assertGreater(self, a, b, msg=None):
        """a > b"""
        if not a > b:
            self.fail(self._formatMessage(
                msg, f"{safe_repr(a)} not greater than {safe_repr(b)}"))

    def assertGreaterEqual(self, a, b, msg=None):
        """a >= b"""
        if not a >= b:
            self.fail(self._formatMessage(
                msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}"))

    def assertIn(self, member, container, msg=None):
        """member in container"""
        if member not in container:
            self.fail(self._formatMessage(
                msg, f"{safe_repr(member)} not found in {safe_repr(container)}"))

    def assertNotIn(self, member, container, msg=None):
        """member not in container"""
        if member in container:
            self.fail(self._formatMessage(
                msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}"))

    def assertRegex(self, text, expected_regex, msg=None):
        """A regular expression is found in the text."""
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            standard = f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}"
            raise self.failureException(self._formatMessage(msg, standard))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """A regular expression isn't found in the text."""
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            standard = (f"Regex matched: {text[match.start():match.end()]!r} matches "
                        f"{unexpected_regex.pattern!r} in {text!r}")
            raise self.failureException(self._formatMessage(msg, standard))

    # Exceptions, warnings and logs: as context managers, or with what to call

    def assertRaises(self, expected_exception, *args, **kwargs):
        """An exception is raised in a with block, or by a function that is called.

        `as` binds an object whose attribute exception is the exception.
        """
        from ._contexts import AssertRaisesContext
        context = AssertRaisesContext(expected_exception, self)
        try:
            return context.handle("assertRaises", args, kwargs)
        finally:
            context = None  # the exception would keep this frame alive

    def assertWarns(self, expected_warning, *args, **kwargs):
        """A warning is triggered; `as` binds an object with warning, filename and lineno."""
        from ._contexts import AssertWarnsContext
        return AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        from ._contexts import AssertNotWarnsContext
        context = AssertNotWarnsContext(expected_warning, self)
        return context.handle("_assertNotWarns", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """An exception is raised whose text a regular expression is found in."""
        from ._contexts import AssertRaisesContext
        context = AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """A warning is triggered whose text a regular expression is found in."""
        from ._contexts import AssertWarnsContext
        context = AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Something is logged in a with block; `as` binds an object with records and output."""
        from ._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """Nothing is logged in a with block."""
        from ._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=True)
