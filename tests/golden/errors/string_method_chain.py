"a,b".split(",").join("-")
