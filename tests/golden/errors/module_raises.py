import sys
sys.path.insert(0, '_modules')
import imports_broken
