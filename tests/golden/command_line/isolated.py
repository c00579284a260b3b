"""-I and -S as flags."""
