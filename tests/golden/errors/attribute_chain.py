class Node:
    def __init__(self):
        self.next = None


node = Node()
print(node.next.next.next)
