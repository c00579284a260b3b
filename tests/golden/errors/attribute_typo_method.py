class Robot:
    def walk_forward(self):
        pass


Robot().walk_foward()
