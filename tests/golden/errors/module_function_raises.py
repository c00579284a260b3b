import sys
sys.path.insert(0, '_modules')
from plain import paint
paint(3)
