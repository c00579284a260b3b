print("init sub")
from .. import VALUE as from_parent
