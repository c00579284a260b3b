a = ValueError("a")
a.add_note("about a")
g = ExceptionGroup("g", [a])
g.add_note("about g")
raise g
