-m
plain.part
