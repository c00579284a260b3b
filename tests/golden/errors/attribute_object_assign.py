thing = object()
thing.name = "x"
