type Tree = list[Missing]
print(Tree.__value__)
