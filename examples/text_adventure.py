"""A text adventure that plays itself: rooms, things, verbs found by introspection, a scripted player."""


class Thing:
    takeable = True

    def __init__(self, name, description):
        self.name, self.description = name, description


class Fixed(Thing):
    takeable = False


class Lamp(Thing):
    lit = False

    def use(self, game):
        self.lit = not self.lit
        return f"The lamp is {'on' if self.lit else 'off'}."


class Key(Thing):
    def use(self, game):
        for direction, door in game.room.doors.items():
            if door.locked:
                door.locked = False
                return f"The door to the {direction} swings open."
        return "There is nothing to unlock here."


class Door:
    def __init__(self, room, locked=False):
        self.room, self.locked = room, locked


class Room:
    def __init__(self, name, description, *things, dark=False):
        self.name, self.description, self.dark = name, description, dark
        self.things, self.doors = list(things), {}

    def connect(self, direction, other, back, locked=False):
        self.doors[direction] = Door(other, locked)
        other.doors[back] = Door(self)

    def find(self, name):
        return next((thing for thing in self.things if thing.name == name), None)


class GameOver(Exception):
    pass


class Game:
    """Every method called do_<verb> is a command; its docstring is its help."""

    def __init__(self, start):
        self.room, self.bag, self.moves = start, [], 0
        self.verbs = {name[3:]: getattr(self, name) for name in dir(self) if name.startswith("do_")}

    def carried(self, name):
        return next((thing for thing in self.bag if thing.name == name), None)

    def can_see(self):
        return not self.room.dark or any(isinstance(thing, Lamp) and thing.lit for thing in self.bag)

    def do_look(self):
        "look around"
        if not self.can_see():
            return "It is pitch dark."
        things = ", ".join(thing.name for thing in self.room.things) or "nothing of interest"
        ways = ", ".join(f"{way}{' (locked)' if door.locked else ''}" for way, door in sorted(self.room.doors.items()))
        return f"{self.room.name}. {self.room.description}\nYou see: {things}. Ways: {ways}."

    def do_go(self, direction):
        "walk through a door"
        door = self.room.doors.get(direction)
        if door is None:
            return f"You can't go {direction}."
        if door.locked:
            return "The door is locked."
        if not self.can_see():
            return "You stumble about in the dark and bump your head."
        self.room = door.room
        if self.room.name == "Garden":
            print(self.do_look())
            raise GameOver(f"You are free after {self.moves} moves, carrying {len(self.bag)} thing(s)!")
        return self.do_look()

    def do_take(self, name):
        "pick something up"
        thing = self.room.find(name) if self.can_see() else None
        if thing is None:
            return f"There is no {name} here."
        if not thing.takeable:
            return f"The {name} won't move."
        self.room.things.remove(thing)
        self.bag.append(thing)
        return f"Taken: {name}."

    def do_drop(self, name):
        "put something down"
        thing = self.carried(name)
        if thing is None:
            return f"You have no {name}."
        self.bag.remove(thing)
        self.room.things.append(thing)
        return f"Dropped: {name}."

    def do_examine(self, name):
        "look at something closely"
        thing = self.carried(name) or self.room.find(name)
        return thing.description if thing else f"There is no {name} here."

    def do_use(self, name):
        "use something you carry"
        thing = self.carried(name)
        if thing is None:
            return f"You have no {name}."
        use = getattr(thing, "use", None)
        return use(self) if use else f"You wave the {name} about. Nothing happens."

    def do_bag(self):
        "list what you carry"
        return "You carry: " + (", ".join(thing.name for thing in self.bag) or "nothing") + "."

    def do_help(self):
        "list the commands"
        return "\n".join(f"  {verb:8} {method.__doc__}" for verb, method in self.verbs.items())

    def play(self, commands):
        print(self.do_look())
        for command in commands:
            self.moves += 1
            print(f"\n> {command}")
            verb, *words = command.split()
            try:
                print(self.verbs[verb](*words))
            except KeyError:
                print(f"I don't know how to {verb}.")
            except TypeError:
                print(f"{verb.capitalize()} what?")
            except GameOver as end:
                print(end)
                return


def build():
    cell = Room("Cell", "Four walls and a heavy door.", Fixed("bed", "Hard as stone."), Lamp("lamp", "An old oil lamp."))
    corridor = Room("Corridor", "Torches have burnt out long ago.", Key("key", "It smells of rust."), dark=True)
    hall = Room("Hall", "Dust dances in the light.", Thing("sword", "Too blunt to cut bread."), Fixed("statue", "It seems to wink."))
    garden = Room("Garden", "Roses, bees and a wide open sky.")
    cell.connect("north", corridor, "south")
    corridor.connect("east", hall, "west")
    hall.connect("up", garden, "down", locked=True)
    return cell


script = """help; take bed; take lamp; go north; take key; go east; use lamp; look; take key; go east; examine statue
take statue; go up; take sword; use sword; dance; take; drop sword; use key; bag; go up; never reached"""
Game(build()).play(script.replace("\n", "; ").split("; "))
