-m
tool.part
