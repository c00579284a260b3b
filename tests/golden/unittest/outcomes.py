"""Test cases, their outcomes, and what the runner prints."""
import unittest
class T(unittest.TestCase):
    def setUp(self): self.x=1
    def test_a(self): self.assertEqual(1,1)
    def test_b(self): self.assertEqual([1,2],[1,3])
    def test_c(self): raise ValueError("x")
    @unittest.skip("why")
    def test_d(self): pass
    @unittest.expectedFailure
    def test_e(self): self.fail("no")
    @unittest.expectedFailure
    def test_e2(self): pass
    def test_f(self):
        "Short doc"
        with self.subTest(i=1): self.assertTrue(0)
        with self.subTest("m",i=2): self.assertIn(1,[2])
    def test_g(self):
        with self.assertRaises(ValueError) as c: int("x")
        self.assertRaisesRegex(ValueError,"inv",int,"x")
        with self.assertLogs("foo") as l:
            import logging; logging.getLogger("foo").warning("hi")
        self.assertEqual(l.output,["WARNING:foo:hi"])
    def test_h(self): self.assertMultiLineEqual("a\nb\n","a\nc\n")
    def test_i(self): self.assertDictEqual({'a':1},{'a':2})
class A(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): self.y=1
    async def test_x(self):
        import asyncio
        await asyncio.sleep(0); self.assertEqual(self.y,1)
    async def test_y(self): pass
if __name__ == "__main__":
    import io, re
    for argv in ([], ["-v"], ["-h"], ["T.test_a", "-q"], ["-k", "test_g"], ["-f", "T"]):
        stream = io.StringIO()
        class runner(unittest.TextTestRunner):
            def __init__(self, **options):
                super().__init__(stream, **options)
        try:
            unittest.main(argv=["prog", *argv], testRunner=runner)
        except SystemExit as error:
            print(argv, error.code)
        print(re.sub(r"in [0-9.]+s", "in Xs", stream.getvalue()))
