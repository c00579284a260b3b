"""Mocks: calls, specifications, side effects, special methods, patches."""
from unittest.mock import *
from unittest import mock as module
import asyncio, re
def t(f):
    try: print(re.sub(r"id='\d+'", "id", repr(f())))
    except BaseException as e: print(type(e).__name__, re.sub(r"id='\d+'", "id", str(e)))
m=Mock(name="m"); t(lambda: m); t(lambda: m.a.b(1).c); m.reset_mock()
m(1,x=2); m.foo(3); m.foo.bar(4)().baz()
print(m.mock_calls, m.method_calls, m.call_args, m.call_args_list, m.call_count, m.called, m.call_args.args, m.call_args.kwargs)
print(m.mock_calls==[call(1,x=2),call.foo(3),call.foo.bar(4),call.foo.bar()(),call.foo.bar()().baz()], call.a.b(1).c().call_list(), call(1)==((1,),{}), call, call.x)
for f in [lambda:m.assert_called_with(1),lambda:m.assert_called_with(1,x=2),lambda:m.assert_called_once(),lambda:m.assert_not_called(),lambda:m.nope.assert_called(),lambda:m.nope.assert_called_once(),lambda:m.nope.assert_called_with(3),lambda:m.assert_any_call(7),lambda:m.assert_has_calls([call(1,x=2),call.foo(3)]),lambda:m.assert_has_calls([call(9)]),lambda:m.assert_has_calls([call.foo(3),call(1,x=2)],any_order=True),lambda:m.assert_has_calls([call(5)],any_order=True),lambda:m.assert_called_onc(),lambda:m.called_once,lambda:(m(),m.assert_called_once_with())]: t(f)
t(lambda: Mock(return_value=5)()); t(lambda: Mock(side_effect=ValueError("x"))()); e=Mock(side_effect=[1,KeyError,3]); t(e); t(e); t(e); t(e); t(lambda: Mock(side_effect=lambda x: x*2)(4)); t(lambda: Mock(side_effect=lambda: DEFAULT, return_value=8)())
class C:
    attr=1
    def meth(self,a,b=2): pass
    async def co(self): return 1
    @staticmethod
    def st(x): pass
s=Mock(spec=C); t(lambda: s); t(lambda: isinstance(s,C)); t(lambda: s.nope); t(lambda: s.meth); s.other=3; t(lambda: s.other)
ss=Mock(spec_set=C); t(lambda: setattr(ss,'x',1)); t(lambda: Mock(spec=['a']).a); t(lambda: Mock(spec=['a']).b); t(lambda: Mock(spec=Mock()))
a=create_autospec(C); i=a(); t(lambda: a(1)); t(lambda: i.meth()); t(lambda: i.meth(1)); t(lambda: i.meth(1,b=3)); t(lambda: i.meth.assert_called_with(1,3)); t(lambda: i.nope); t(lambda: i.attr); t(lambda: i.st(1)); t(lambda: i.st())
def fn(x,y=1): pass
f=create_autospec(fn,return_value=3); t(lambda: f()); t(lambda: f(1)); t(lambda: f(1,y=2)); t(lambda: f.assert_called_with(1,2)); t(lambda: f.assert_called_with(9))
mm=MagicMock()
print(len(mm),bool(mm),int(mm),list(mm),mm==mm,mm!=mm,3 in mm,mm==3)
mm.__len__.return_value=7; mm.__getitem__.return_value='item'; mm.__iter__.return_value=[1,2]; mm.__contains__.side_effect=lambda x: x==1
print(len(mm),mm[3],list(mm),1 in mm,2 in mm, mm.__getitem__.call_args)
with mm as x: t(lambda: x)
mm.__enter__.return_value='entered'
with mm as x: print(x)
t(lambda: mm+1); t(lambda: mm<1); mm.__lt__.return_value=True; t(lambda: mm<1); t(lambda: MagicMock()()); t(lambda: str(MagicMock(name='q'))); t(lambda: Mock()[1]); n=Mock(); n.__str__=lambda self: "custom"; n.__len__=Mock(return_value=2); print(str(n),len(n)); mm.a.__int__.return_value=4; print(int(mm.a), hash(mm)==hash(mm)); mm+=1
t(lambda: MagicMock(spec=C)[0]); t(lambda: NonCallableMock()()); 
am=AsyncMock(return_value=3)
async def main():
    print(await am(1), am.await_count, am.await_args); am.assert_awaited_once_with(1)
    t(lambda: am.assert_not_awaited())
    s=MagicMock(spec=C); t(lambda: type(s.co).__name__); s.co.return_value=5; print(await s.co())
    c=MagicMock()
    async with c as v: t(lambda: v)
    c.__aiter__.return_value=[1,2]
    print([x async for x in c])
    with patch(f"{__name__}.later") as l: print(type(l).__name__)
    e=AsyncMock(side_effect=[1,ValueError("v")]); print(await e())
    try: await e()
    except ValueError as x: print(x)
async def later(): pass
asyncio.run(main())
with patch(__name__+".fn") as p: t(lambda: fn); fn(1); p.assert_called_once_with(1)
print(fn.__name__)
with patch.object(C,"attr",5): print(C.attr)
print(C.attr)
@patch.object(C,"meth")
@patch(__name__+".fn",return_value=4)
def dec(a,fnm,methm): print(fn(), fnm is fn, methm is C.meth, a)
dec(1)
d={'a':1}
with patch.dict(d,{'b':2},c=3): print(d)
with patch.dict(d,clear=True): print(d)
print(d)
with patch.multiple(C,attr=9,meth=DEFAULT) as r: print(C.attr, list(r))
t(lambda: patch("nodots").start()); t(lambda: patch.object(C,"missing").start());
p=patch.object(C,"attr",77); p.start(); print(C.attr); patch.stopall(); print(C.attr)
with patch.object(C,"new",1,create=True): print(C.new)
with patch.object(C,"meth",autospec=True) as am2: C().meth(1); t(lambda: C().meth()); print(am2.call_count)
with patch("builtins.print") as pr: print("hidden")
print(pr.mock_calls)
with patch(__name__+".open",mock_open(read_data="l1\nl2\n"),create=True) as o:
    with open("x") as h: print(h.read())
    with open("x") as h: print(list(h), h.readline())
    with open("y","w") as h: h.write("z")
    o.assert_called_with("y","w"); print(h.write.mock_calls)
class P:
    @property
    def p(self): return 1
with patch.object(P,"p",new_callable=PropertyMock,return_value=6) as pm: print(P().p); P().p=3; print(pm.mock_calls)
se=MagicMock(); se.ok.return_value=1; seal(se); t(lambda: se.ok()); t(lambda: se.bad); 
at=Mock(); ch=Mock(); at.attach_mock(ch,"child"); ch(5); print(at.mock_calls)
w=Mock(wraps=[3,1]); t(lambda: w.count(3)); w.count.assert_called_with(3)
co=Mock(**{'method.return_value':3,'x.y':4}); print(co.method(), co.x.y); del co.x; t(lambda: co.x)
print(ANY==3, 3==ANY, call(ANY,2)==call(1,2), sentinel.foo, sentinel.foo is sentinel.foo, [call(1),call(2)] in m.call_args_list)
@patch.dict("os.environ",{"ZZ":"1"})
def env():
    import os; print(os.environ["ZZ"])
env()
@patch(__name__+".fn")
class TestX:
    def test_a(self,f): print("patched", f is fn)
    def other(self): print(fn.__name__)
TestX().test_a(); TestX().other()
m=Mock(); m.x=1; m(2); m.reset_mock(); print(m.called, m.x, m.mock_calls)
