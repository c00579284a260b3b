int.double = lambda self: self * 2
