-m
_empty
