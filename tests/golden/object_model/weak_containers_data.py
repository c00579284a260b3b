# Weak containers whose `data` was replaced.
import weakref, sys, gc
def hook(u): print('unraisable', type(u.exc_value).__name__, u.exc_value, u.err_msg)
sys.unraisablehook=hook
class K: pass
class D(dict):
    def get(self,*a): print('D.get'); return super().get(*a)
    def __delitem__(self,k): print('D.del'); super().__delitem__(k)
    def __getitem__(self,k): print('D.get[]'); return super().__getitem__(k)
    def __contains__(self,k): print('D.in'); return super().__contains__(k)
    def __len__(self): print('D.len'); return 3
def ops(c):
    def t(n,f):
        try: r=f()
        except Exception as e: r=f'{type(e).__name__}: {e}'
        print("  ",n,r if " at 0x" not in repr(r) else type(r))
    t('len',lambda:len(c)); t('bool',lambda:bool(c)); t('iter',lambda:list(c)); t('in',lambda:K in c); t('in1',lambda:1 in c)
    t('repr',lambda:repr(c)[:8]); t('copy',lambda:c.copy()); t('clear',lambda:c.clear())
    k=K()
    if isinstance(c,weakref.WeakSet):
        for n in 'add','remove','discard','update','union','difference_update','issubset','__eq__','__or__','isdisjoint','__ior__','__isub__':
            t(n,lambda:getattr(c,n)(k)); 
            t(n+'2',lambda:getattr(c,n)([k])); t(n+'3',lambda:getattr(c,n)(weakref.WeakSet([k])))
        t('pop',c.pop)
    else:
        t('get',lambda:c.get(k)); t('get[]',lambda:c[k]); t('set',lambda:c.__setitem__(k,k)); t('del',lambda:c.__delitem__(k));t('pop',lambda:c.pop(k)); t('popd',lambda:c.pop(k,1)); t('popitem',lambda:c.popitem()); t('setdefault',lambda:c.setdefault(k,k)); t('update',lambda:c.update({k:k})); t('update',lambda:c.update({1:k})); t('items',lambda:list(c.items()));t('values',lambda:list(c.values())); t('keys',lambda:list(c.keys())); t('|',lambda:c|{}); t('|=',lambda:c.__ior__({})); t('eq',lambda:c=={})
for new in (list, lambda: None, lambda: [1], lambda: 5, set, D, lambda: {1:2}, lambda:'abc', tuple):
    for cls in weakref.WeakSet, weakref.WeakValueDictionary, weakref.WeakKeyDictionary:
        for iterating in (0,):
            k,k2=K(),K()
            if cls is weakref.WeakSet: c=cls([k,k2])
            elif cls is weakref.WeakValueDictionary: c=cls({1:k,2:k2})
            else: c=cls({k:1,k2:2})
            print(cls.__name__, new(), iterating)
            if iterating:
                it=iter(c); next(it)
                c.data=new()
                del k
                try: print(len(list(it)))
                except Exception as e: print(type(e).__name__,e)
                del it
            else: c.data=new()
            k=k2=None
            ops(c)
            c.data=None
