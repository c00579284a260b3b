"""Module doc.

>>> 1 + 1
2
>>> print("a\\n\\nb")
a
<BLANKLINE>
b
"""
def good(x):
    """
    >>> good(1)
    2
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> good("a")
    Traceback (most recent call last):
      anything
    TypeError: can only concatenate str (not "int") to str
    """
    return x + 1
def bad():
    """
    >>> bad()
    5
    >>> print(1)
    2
    >>> x = 3; x
    """
    return 4
class C:
    """
    >>> C().m()  # doctest: +ELLIPSIS
    [0, ..., 9]
    >>> C().skip()  # doctest: +SKIP
    """
    def m(self):
        """
        >>> C().m() # doctest: +NORMALIZE_WHITESPACE
        [0, 1,   2, 3, 4, 5,
         6, 7, 8, 9]
        >>> True
        1
        >>> raise ValueError("detail") # doctest: +IGNORE_EXCEPTION_DETAIL
        Traceback (most recent call last):
        ValueError: other
        """
        return list(range(10))
    @property
    def p(self):
        """
        >>> 'p'
        'p'
        """
    @staticmethod
    def s():
        ">>> 5\n5\n"
    class Inner:
        ">>> 3\n3\n"
def nodoc(): pass
__test__ = {"extra": ">>> 7\n7\n", "fn": good}
if __name__ == "__main__":
    import doctest, sys
    print(doctest.testmod())
    print(doctest.testmod(verbose=True))
    for test in doctest.DocTestFinder().find(sys.modules["__main__"], "m"):
        print(test.name, len(test.examples), test.lineno)
    parser = doctest.DocTestParser()
    for bad in (">>>a", "  >>> a\n b", ">>> a\n...b", ">>> a # doctest: +NOPE"):
        try:
            parser.get_examples(bad, "name")
        except ValueError as error:
            print(error)
    print(doctest.script_from_examples("hello\n>>> 1\n1\n>>> for i in x:\n...   y\nbye"))
    checker = doctest.OutputChecker()
    example = doctest.Example("x", "a\nb\nc\n")
    for flag in (doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF, 0):
        print(checker.output_difference(example, "a\nx\nc\n", flag))
    print(doctest.TestResults(1, 2, skipped=3), doctest.TestResults(1, 2))
    import unittest
    suite = doctest.DocTestSuite(sys.modules["__main__"])
    result = unittest.TestResult()
    suite.run(result)
    print(suite.countTestCases(), result, [str(test) for test, _ in result.failures])
