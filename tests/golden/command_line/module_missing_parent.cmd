-m
no.such
