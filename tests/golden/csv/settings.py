"""The settings of dialects, what they refuse, and what reading and writing make of them."""
import _csv, csv, io
print(type(_csv.reader), type(csv.reader([])), _csv.Reader, _csv.Writer, _csv.Dialect)
def t(f,*a,**k):
    try:
        value = f(*a,**k)
        print(value if isinstance(value, (list, int, str, type(None))) else type(value))
    except BaseException as e:
        print(type(e).__module__,type(e).__name__,e)
t(_csv.Reader); t(_csv.Writer,[1]); t(_csv.Dialect)
d=_csv.Dialect(); 
t(setattr,d,'delimiter','x'); t(delattr,d,'delimiter'); t(setattr,d,'foo',1)
print(d.delimiter,d.quoting,d.strict,d.lineterminator)
class D2(_csv.Dialect): pass
t(D2)
t(_csv.Dialect,'excel',1); t(_csv.Dialect,delimiter=1); t(_csv.Dialect,delimiter='ab'); t(_csv.Dialect,delimiter=''); t(_csv.Dialect,quotechar=1);t(_csv.Dialect,quotechar='');t(_csv.Dialect,foo=1); t(_csv.Dialect,quoting=9);t(_csv.Dialect,quoting='x');t(_csv.Dialect,quoting=1.5);t(_csv.Dialect,lineterminator=1);t(_csv.Dialect,lineterminator=None);t(_csv.Dialect,quotechar=None);t(_csv.Dialect,quotechar=None,quoting=0);t(_csv.Dialect,delimiter='\n');t(_csv.Dialect,delimiter=' ',skipinitialspace=True);t(_csv.Dialect,delimiter='"');t(_csv.Dialect,lineterminator='a,');t(_csv.Dialect,escapechar='"');t(_csv.Dialect,escapechar=',');t(_csv.Dialect,'nope'); t(_csv.Dialect,5); t(_csv.Dialect,lineterminator='')
t(_csv.Dialect,escapechar='ab');t(_csv.Dialect,escapechar=3);t(_csv.Dialect,quotechar='"',escapechar='"'); t(_csv.Dialect,delimiter='x',quotechar='x');t(_csv.Dialect,strict='yes');t(_csv.Dialect,delimiter=None); t(_csv.Dialect,quoting=-1);t(_csv.Dialect,quoting=True); t(_csv.Dialect,quoting=10**30)
t(_csv.Dialect, skipinitialspace=True, quotechar=' '); t(_csv.Dialect, quotechar='\r'); t(_csv.Dialect, escapechar='\n'); t(_csv.Dialect, delimiter='\u20ac\u20ac')
t(_csv.reader); t(_csv.reader,1); t(_csv.reader,[],'excel',1); t(_csv.reader,[],foo=1); t(_csv.writer,1); t(_csv.writer); t(_csv.reader,[],dialect='excel-tab',delimiter=';')
t(_csv.register_dialect,1); t(_csv.register_dialect); t(_csv.register_dialect,'a',5); t(_csv.register_dialect,'a',delimiter='ab');t(_csv.unregister_dialect,'zz'); t(_csv.unregister_dialect,[]); t(_csv.get_dialect,'zz'); t(_csv.get_dialect,1); t(_csv.get_dialect,[]); t(_csv.list_dialects,1)
t(_csv.field_size_limit,'a'); t(_csv.field_size_limit,None); t(_csv.field_size_limit,10); t(_csv.field_size_limit); t(_csv.field_size_limit,131072); t(_csv.field_size_limit,10**30); t(_csv.field_size_limit,True); t(_csv.field_size_limit,131072);t(_csv.field_size_limit,-5);t(_csv.field_size_limit,131072)
import copy, pickle
t(copy.copy,d); t(pickle.dumps,d); t(copy.deepcopy,d)
t(next,_csv.reader([1])); t(next,_csv.reader([b'a'])); t(next,_csv.reader(['a\x00b'])); t(next,_csv.reader(['a\nb'])); t(next,_csv.reader(['a\rb'])); t(next,_csv.reader(['"a'],strict=True)); t(next,_csv.reader(['"a"b'],strict=True)); t(list,_csv.reader(['"a','b"'])); t(list,_csv.reader(['a\n','\n','b'])); t(list,_csv.reader(['"a']));t(list,_csv.reader(['a,b,'],quoting=2)); t(list,_csv.reader(['1,x'],quoting=2)); t(list,_csv.reader(['1,"x",,""'],quoting=2)); t(list,_csv.reader(['1,"x",,""'],quoting=4)); t(list,_csv.reader(['1,"x",,""'],quoting=5)); t(list,_csv.reader(['a\\'],escapechar='\\')); t(list,_csv.reader(['a\\\n','b'],escapechar='\\')); t(list,_csv.reader(['"a\\\n','b"'],escapechar='\\')); t(list,_csv.reader(['a, b, "c"'],skipinitialspace=True)); t(list,_csv.reader(['a""b,"c""d",e"f'])); t(list,_csv.reader(['"a"b'])); t(list,_csv.reader(['"c""d"'],doublequote=False)); t(list,_csv.reader(['a,"b"'],quoting=3)); t(list,_csv.reader(['a\n\n','b'])); t(list,_csv.reader(['a\r\n'])); t(list,_csv.reader(['\r\n','x']));t(list,_csv.reader(['a\\'],escapechar='\\',strict=True));t(list,_csv.reader(['"a\\'],escapechar='\\'));t(list,_csv.reader([''])); t(list,_csv.reader([])); t(list,_csv.reader(['a\\\r\nb'],escapechar='\\'))
csv.field_size_limit(3); t(list,_csv.reader(['abcd'])); t(list,_csv.reader(['abc'])); csv.field_size_limit(131072)
import io
def w(row,**k):
    s=io.StringIO()
    try:
        n=csv.writer(s,**k).writerow(row); print(repr(s.getvalue()),n)
    except BaseException as e:
        print(type(e).__module__,type(e).__name__,e)
for k in ({},{'quoting':1},{'quoting':2},{'quoting':3},{'quoting':3,'escapechar':'\\'},{'quoting':4},{'quoting':5},{'escapechar':'\\','doublequote':False},{'doublequote':False},{'lineterminator':'!'},{'skipinitialspace':True},{'delimiter':' '},{'quoting':3,'quotechar':None},{'quotechar':None,'quoting':3,'escapechar':'+'},{'lineterminator':'\n'}):
    for r in ([],[''],[None],['',''],['a',1,1.5,None,True],['a,b'],['a"b'],['a\nb'],['a\rb'],[' '],['  a'],['a!b'],['a b'],['\\'],['a+b'],5,'abc',[' ',''],[0],['"'],[[1,2]]):
        w(r,**k)
class W:
    def write(s,x): return x
print(csv.writer(W()).writerow([1,2])); t(csv.writer(W()).writerows,[[1],[2]]); t(csv.writer(W()).writerows,5); t(csv.writer(W()).writerows,[5])
class B:
    write=5
t(csv.writer,B())
class S:
    def __str__(s): raise KeyError('x')
t(csv.writer(W()).writerow,[S()])
class F(float):
    def __str__(s): return 'f!'
    def __repr__(s): return 'r!'
t(csv.writer(W()).writerow,[F(1.5),1e300,0.1])
r=csv.reader(['a,b','"c','d"']); next(r); print(r.line_num, r.dialect.delimiter); next(r); print(r.line_num); t(setattr,r,'line_num',3); t(setattr,r,'dialect',3); t(setattr,r,'z',3); print(iter(r) is r)
print(csv.writer(W()).dialect.lineterminator)
print(csv.list_dialects(), type(csv.get_dialect('excel')))
class Bad: delimiter='ab'
t(csv.reader,[],Bad); t(csv.reader,[],Bad()); 
class Half: quotechar="'"
print(list(csv.reader(["'a,b',c"],Half)), csv.reader([],Half()).dialect.quotechar)
class X(csv.excel): delimiter=''
t(X)
class X(csv.excel): quotechar=5
t(X)
class X(csv.excel): lineterminator=None
t(X)
print(csv.Error.__module__, csv.Error.__mro__, csv.__doc__ is not None, csv.__version__)
def spaced(row,**k):
    s=io.StringIO()
    try:
        n=csv.writer(s,delimiter=' ',skipinitialspace=True,**k).writerow(row); print(repr(s.getvalue()),n)
    except BaseException as e:
        print(type(e).__module__,type(e).__name__,e)
for k in ({},{'quoting':1},{'quoting':2},{'quoting':3},{'quoting':3,'escapechar':'\\'},{'quoting':4},{'quoting':5}):
    for r in ([''],[None],['',''],['a','','b'],[None,None],[' a'],[' '],['a',None],[0,''],[]): spaced(r,**k)
