"""f_locals and locals() of classes and modules while a comprehension runs."""
import sys
class C:
    print(type(sys._getframe().f_locals), sys._getframe().f_locals is locals())
    z=[(sys._getframe().f_locals, locals()) for i in [1]]
    print({k:v for k,v in z[0][1].items() if k[0]!='_'}, type(z[0][0]), z[0][0].keys(), 'z' in z[0][0])
    z=[(sys._getframe().f_locals['i'], list(locals())) for i in [1]]
    print(z)
print([ (type(sys._getframe().f_locals), list(locals())[-2:]) for ii in [1]])
