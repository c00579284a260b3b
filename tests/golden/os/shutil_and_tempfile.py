"""shutil and tempfile: copying, moving and removing trees, files that go by themselves."""
import shutil, tempfile, os, sys, io, warnings
warnings.simplefilter('ignore')
def t(f):
    try: print(ascii(f()))
    except BaseException as e: print(type(e).__name__, ascii(str(e)))
os.chdir(os.environ['SCRATCH']); d='.'
open('a','w').write('hello'); os.chmod('a',0o640); os.utime('a',(1e9,1e9))
t(lambda: shutil.copy('a','b')); t(lambda: (open('b').read(), oct(os.stat('b').st_mode), os.stat('b').st_mtime!=1e9))
t(lambda: shutil.copy2('a','c')); t(lambda: os.stat('c').st_mtime)
t(lambda: shutil.copyfile('a','a')); t(lambda: shutil.copyfile('nope','x')); t(lambda: shutil.copyfile('a','nod/x')); t(lambda: shutil.copyfile('a','/')); t(lambda: shutil.copyfile('a', 'nod/'))
os.mkdir('t'); os.mkdir('t/u'); open('t/1.txt','w').write('1'); open('t/2.py','w').write('2'); open('t/u/3.txt','w').write('3'); os.symlink('1.txt','t/ln'); os.symlink('nope','t/dangling')
t(lambda: shutil.copytree('t','t2')); t(lambda: sorted(os.listdir('t2')))
t(lambda: shutil.copytree('t','t3',symlinks=True)); t(lambda: (sorted(os.listdir('t3')),os.readlink('t3/ln')))
t(lambda: shutil.copytree('t','t4',ignore=shutil.ignore_patterns('*.py','dang*'))); t(lambda: sorted(os.listdir('t4')))
t(lambda: shutil.copytree('t','t4',dirs_exist_ok=False)); t(lambda: shutil.copytree('t','t4',dirs_exist_ok=True, ignore_dangling_symlinks=True))
t(lambda: shutil.rmtree('nope')); t(lambda: shutil.rmtree('nope',ignore_errors=True)); t(lambda: shutil.rmtree('a')); t(lambda: shutil.rmtree('t/ln'))
t(lambda: shutil.rmtree('t2')); t(lambda: os.path.exists('t2'))
err=[]
shutil.rmtree('nope', onexc=lambda f,p,e: err.append((f.__name__,p,type(e).__name__))); print(err)
err=[]
shutil.rmtree('nope', onerror=lambda f,p,e: err.append((f.__name__,p,e[0].__name__))); print(err)
t(lambda: shutil.move('a','moved')); t(lambda: shutil.move('moved','t')); t(lambda: shutil.move('b','t')); t(lambda: shutil.move('t','t/u')); t(lambda: shutil.move('nope','x')); open('b','w'); t(lambda: shutil.move('b','t'))
t(lambda: shutil.which('sh')); t(lambda: shutil.which('nonononono')); t(lambda: shutil.which('./c')); t(lambda: shutil.which('sh',path='')); t(lambda: type(shutil.disk_usage('/')).__name__); t(lambda: repr(shutil.disk_usage('/'))[:12]); t(lambda: shutil.get_terminal_size((1,2)))
t(lambda: shutil.copyfileobj(io.BytesIO(b'abc'), io.BytesIO()))
t(lambda: shutil.Error.__mro__); t(lambda: shutil.chown('c')); t(lambda: shutil.chown('c','nouser__'))
with tempfile.TemporaryDirectory() as td: t(lambda: os.path.isdir(td)); open(os.path.join(td,'x'),'w').write('y')
t(lambda: os.path.exists(td))
with tempfile.NamedTemporaryFile('w+',suffix='.x',prefix='pp') as f:
    f.write('abc'); f.seek(0); t(f.read); nm=f.name; t(lambda: (os.path.basename(nm)[:2], nm[-2:], os.path.exists(nm)))
t(lambda: os.path.exists(nm))
f=tempfile.NamedTemporaryFile(delete=False); f.close(); t(lambda: os.path.exists(f.name)); os.unlink(f.name)
f=tempfile.NamedTemporaryFile(); t(lambda: repr(f)[:40]); f.close()
with tempfile.TemporaryFile() as f: f.write(b'x'); f.seek(0); t(f.read); t(lambda: f.name==f.fileno())
with tempfile.SpooledTemporaryFile(max_size=10) as f:
    f.write(b'x'*5); t(lambda: f._rolled); f.write(b'y'*10); t(lambda: f._rolled); f.seek(0); t(f.read); t(lambda: f.mode)
fd,p=tempfile.mkstemp(text=True); os.close(fd); t(lambda: oct(os.stat(p).st_mode)); os.unlink(p)
t(lambda: tempfile.gettempprefix()); t(lambda: tempfile.mkstemp(prefix=b'x',suffix='y'));
