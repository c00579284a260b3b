"""What decimals are made of and taken for: texts, numbers, subclasses, hashes, pickles."""
from decimal import *
for s in ['1','-1.50',' 1.5 ','1_000','1e5','1E+5','.5','5.','.','','+','-','e5','1e','1e+','abc','1.2.3','\u0661','1\u2003','Infinity','-inf','nan12','snan','1e9999999999','1e-9999999999','0e999999999999999999','1'*100,'0x10','1 2','\t5\n','1e5.5','--1','1e1000000','1e99999999999999999999']:
    try: print(repr(s),repr(Decimal(s)))
    except Exception as e: print(repr(s),type(e).__name__,e)
print(Decimal(True), Decimal(5), Decimal(-10**30), Decimal(10**5000).adjusted())
for x in (Decimal.__add__, Decimal.quantize, Decimal.__repr__):
    print(type(x).__name__, x.__name__)
print(Decimal(1)==1.0, Decimal('0.1')==0.1, Decimal(1)==True, Decimal(1)+True, True+Decimal(1), hash(Decimal('0.5'))==hash(.5), hash(Decimal(10**20))==hash(10**20))
import pickle,copy
print(pickle.loads(pickle.dumps(Decimal('1.50'))), copy.deepcopy(Decimal('1.50')), pickle.dumps(Decimal('1.50')))
class S(Decimal):
    def __new__(cls,*a): return super().__new__(cls,*a)
    def __add__(self,o): return 'sub'
print(S('1')+1, 1+S('1'), repr(S('2.5')), type(S('1')*2), type(-S('1')), S('1')==1)
