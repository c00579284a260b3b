def f():
	return	[1,	2]	[5]


f()
