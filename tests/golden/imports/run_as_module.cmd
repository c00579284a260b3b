-m
_runnable
one
two words
