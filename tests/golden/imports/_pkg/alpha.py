print("run alpha")
from . import beta
from .beta import NAME as BETA_NAME
from .sub import inner
from .sub.inner import deep, up
import _pkg.sub.inner as aliased
NAME = "alpha"
def where(): return __name__, __package__, BETA_NAME, aliased is inner
