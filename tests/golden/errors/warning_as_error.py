import warnings
warnings.simplefilter("error")
warnings.warn("do not do this", DeprecationWarning)
