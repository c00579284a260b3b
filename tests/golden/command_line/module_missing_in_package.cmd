-m
tool.nothing
