"""The AttributeError of deleting what an instance does not have: whether it names the attribute."""
import types


class C: pass
def t(label, f):
    c=C(); c.a=1; c.b=2
    try: f(c)
    except Exception as e: print(label,'EXC',e); return
    try: del c.zz
    except AttributeError as e: n1=e.name
    try: del c.zz
    except AttributeError as e: n2=e.name
    print(label,n1,n2)
t('none',lambda c:None)
t('ask',lambda c:c.__dict__)
t('vars',lambda c:vars(c))
def keep(c):
    c.d=c.__dict__
t('keep',keep)
t('len',lambda c:len(c.__dict__))
t('set new via dict',lambda c:c.__dict__.__setitem__('x',1))
t('set old via dict',lambda c:c.__dict__.__setitem__('a',1))
t('del via dict',lambda c:c.__dict__.__delitem__('a'))
t('clear',lambda c:c.__dict__.clear())
t('update',lambda c:c.__dict__.update(q=1))
t('update dict',lambda c:c.__dict__.update({'q':1}))
t('pop',lambda c:c.__dict__.pop('a'))
t('popitem',lambda c:c.__dict__.popitem())
t('setdefault',lambda c:c.__dict__.setdefault('k',1))
t('nonstr',lambda c:c.__dict__.__setitem__(1,1))
t('replace',lambda c:setattr(c,'__dict__',{'a':1}))
t('delete',lambda c:delattr(c,'__dict__'))
t('delete after ask',lambda c:(c.__dict__,delattr(c,'__dict__')))
t('replace itself',lambda c:setattr(c,'__dict__',c.__dict__))
t('replace other',lambda c:setattr(c,'__dict__',C().__dict__))
t('ior',lambda c:c.__dict__.__ior__({'a':1}))
t('copy',lambda c:c.__dict__.copy())
t('many',lambda c:[setattr(c,'x%d'%i,i) for i in range(50)])
t('many dict',lambda c:[c.__dict__.__setitem__('x%d'%i,i) for i in range(50)])
t('reversed del',lambda c:(delattr(c,'a'),))
t('ask del',lambda c:(c.__dict__,delattr(c,'a'),))
t('ask del set',lambda c:(c.__dict__,delattr(c,'a'),setattr(c,'a',1)))
t('del set ask',lambda c:(delattr(c,'a'),setattr(c,'a',1),c.__dict__))
t('ask class',lambda c:(c.__dict__,setattr(c,'__class__',type('D',(),{}))))
t('getstate', lambda c: c.__getstate__())
t('reduce', lambda c: c.__reduce_ex__(4))
class F(int): pass
for k in (int,list,dict,Exception,tuple):
    F=type('F',(k,),{}); C=F
    t(k.__name__,lambda c:None); t(k.__name__+' ask',lambda c:c.__dict__)
class G: __slots__=('__dict__',)
C=G; t('slots',lambda c:None)
def fn(): pass
C=lambda: type('M',(),{})
t('cls',lambda c:None)
C=lambda: types.ModuleType('m')
t('mod',lambda c:None)
C=lambda: (lambda: 1)
t('fun',lambda c:None)
class Listed:
    def __init__(self): self.a = 1


C = Listed
t('listed', dir)
