x = 3
"abc" is not x
1 is "a"
"a" is 1
x is x is "a"
"a" is x is 1
1 is x < 2
