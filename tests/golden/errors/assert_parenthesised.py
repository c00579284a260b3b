assert (x, "message") = 1
