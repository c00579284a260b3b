"""pathlib: pure paths taken apart and put together, patterns, and files by their paths."""
from pathlib import *
import os
def t(f):
    try: print(ascii(f()))
    except BaseException as e: print(type(e).__name__, ascii(str(e)))
P=PurePosixPath
for s in ('','.','/','//','///','a','a/b','/a/b/','a//b/./c','..','../a','/..','a.tar.gz','.bashrc','a.','.a.b','..a','/a/.b.c','a/b.c/','~','a b'):
    p=P(s); t(lambda: (s,str(p),repr(p),p.parts,p.drive,p.root,p.anchor,p.name,p.stem,p.suffix,p.suffixes,str(p.parent),[str(x) for x in p.parents],p.is_absolute(),bytes(p),hash(p)==hash(P(s))))
    t(lambda: p.with_name('n')); t(lambda: p.with_stem('n')); t(lambda: p.with_suffix('.x')); t(lambda: p.with_suffix('')); t(lambda: p.as_uri())
t(lambda: P('a','b','/c','d')); t(lambda: P('a')/'b'/P('c')); t(lambda: 'x'/P('y')); t(lambda: P('a')/5); t(lambda: P(5)); t(lambda: P(b'a')); t(lambda: P('a').joinpath('b','c')); t(lambda: P('a')<P('b')); t(lambda: P('a')<'b'); t(lambda: P('a')=='a'); t(lambda: sorted([P('a/b'),P('a.b'),P('a')]))
t(lambda: P('/a/b/c').relative_to('/a')); t(lambda: P('/a').relative_to('/b')); t(lambda: P('/a/b').relative_to('/a/c',walk_up=True)); t(lambda: P('a').relative_to('/b')); t(lambda: P('/a/b').is_relative_to('/a')); t(lambda: P('a').relative_to('/a',walk_up=True)); t(lambda: P('a/b').relative_to('a/../c',walk_up=True))
for p,q in (('a/b.py','*.py'),('a/b.py','b.*'),('a/b.py','a/*.py'),('/a/b.py','/*.py'),('a/b.py','/a/*.py'),('a','a'),('a',''),('A','a'),('a/b/c','**/c'),('a/b/c','a/**'),('.x','*'),('[a]','[[]a]'),('abc','a[!x]c')):
    t(lambda: (p,q,P(p).match(q))); t(lambda: P(p).full_match(q)); t(lambda: P(p).match(q,case_sensitive=False))
t(lambda: P('a').parents[0]); t(lambda: P('a/b/c').parents[1]); t(lambda: P('a/b/c').parents[-1]); t(lambda: P('a/b/c').parents[5]); t(lambda: P('a/b/c').parents[:2]); t(lambda: P('a').parents); t(lambda: len(P('/a/b').parents))
t(lambda: Path('a')); t(lambda: type(PurePath('a')).__name__); t(lambda: os.fspath(P('a/b'))); t(lambda: {P('a'):1}[P('a/.')]); t(lambda: P('a').with_name('a/b')); t(lambda: P('a').with_suffix('x')); t(lambda: P('a').with_suffix('.')); t(lambda: P('a').with_name('')); t(lambda: isinstance(P('a'),os.PathLike)); import copy; t(lambda: copy.deepcopy(P('a/b')))
os.chdir(os.environ['SCRATCH']); d=Path.cwd()
x=Path('x'); t(lambda: x.exists()); t(lambda: x.write_text('hello\nworld\n')); t(lambda: x.read_text()); t(lambda: x.read_bytes()); t(lambda: x.stat().st_size); t(lambda: x.is_file()); t(lambda: x.is_dir()); t(lambda: x.write_text(5)); t(lambda: x.write_bytes(b'\x00\x01')); t(lambda: Path('nope').read_text()); t(lambda: Path('nope').stat()); t(lambda: Path('nope').unlink()); t(lambda: Path('nope').unlink(missing_ok=True)); t(lambda: Path('m/n/o').mkdir()); t(lambda: Path('m/n/o').mkdir(parents=True)); t(lambda: Path('m/n/o').mkdir(parents=True)); t(lambda: Path('m/n/o').mkdir(exist_ok=True)); t(lambda: Path('m/t.txt').touch()); t(lambda: Path('m/t.txt').touch(exist_ok=False)); t(lambda: sorted(Path('.').iterdir())); t(lambda: sorted(Path('m').iterdir())); t(lambda: sorted(d.name!='' and Path().glob('**/*'))); t(lambda: sorted(Path('.').rglob('*.txt'))); t(lambda: sorted(Path('.').glob('*'))); t(lambda: sorted(Path('.').glob('m/*'))); t(lambda: sorted(Path('.').glob('**'))); t(lambda: sorted(Path('.').glob('*/'))); t(lambda: sorted(Path('.').glob('m/../x'))); t(lambda: list(Path('.').glob(''))); t(lambda: list(Path('.').glob('/a'))); t(lambda: sorted(Path('.').rglob('')))
t(lambda: Path('ln').symlink_to('x')); t(lambda: Path('ln').readlink()); t(lambda: Path('ln').is_symlink()); t(lambda: Path('ln').resolve().name); t(lambda: Path('hl').hardlink_to('x')); t(lambda: Path('hl').samefile('x')); t(lambda: Path('x').rename('y')); t(lambda: Path('y').replace('z')); t(lambda: Path('z').absolute()==d/'z'); t(lambda: Path('zz/../z').resolve().name); t(lambda: Path('m').rmdir()); t(lambda: [(str(a),sorted(b),sorted(c)) for a,b,c in Path('.').walk()]); t(lambda: oct(Path('z').stat().st_mode)); t(lambda: Path('z').chmod(0o600)); t(lambda: oct(Path('z').stat().st_mode)); t(lambda: Path('~').expanduser()==Path.home()); t(lambda: Path('~nonono').expanduser()); t(lambda: open(Path('z')).name)
t(lambda: Path.cwd()==d.resolve()); t(lambda: Path('ln').exists()); t(lambda: Path('ln').exists(follow_symlinks=False)); t(lambda: Path('z').is_fifo()); t(lambda: [l for l in Path('hl').open('rb')])
class Q(PurePosixPath):
    def __init__(s,*a,x=None): super().__init__(*a); s.x=x
    def with_segments(s,*a): return type(s)(*a,x=s.x)
t(lambda: (Q('a','b',x=5)/'c').x); t(lambda: Q('a/b',x=1).parent.x); t(lambda: repr(Q('a')))
