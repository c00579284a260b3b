3 < "four"
