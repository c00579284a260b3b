"""A bank with two clerks, simulated with generators.

Each customer is a generator that yields what it waits for: a pause, or a free clerk. The
simulation keeps the clock and decides who goes on next, so the customers read like a story.
"""


class Simulation:
    def __init__(self):
        self.now, self.serial = 0, 0
        self.events = []                # (time, serial number, process), the earliest last

    def schedule(self, delay, process):
        self.serial += 1
        event = self.now + delay, self.serial, process
        place = len(self.events)
        while place and self.events[place - 1][:2] < event[:2]:
            place -= 1
        self.events.insert(place, event)

    def run(self, until):
        while self.events and self.events[-1][0] <= until:
            self.now, _, process = self.events.pop()
            try:
                request = next(process)
            except StopIteration:
                continue
            request(process)
        self.now = until

    def pause(self, minutes):
        """A request: wake me up later."""
        return lambda process: self.schedule(minutes, process)

    def say(self, text):
        print(f"{self.now // 60:02}:{self.now % 60:02}  {text}")


class Clerks:
    """A resource with a number of places and a queue."""

    def __init__(self, simulation, places):
        self.simulation, self.free, self.queue = simulation, places, []
        self.longest = 0

    def acquire(self, process):
        if self.free:
            self.free -= 1
            self.simulation.schedule(0, process)
        else:
            self.queue.append(process)
            self.longest = max(self.longest, len(self.queue))

    def release(self):
        if self.queue:
            self.simulation.schedule(0, self.queue.pop(0))
        else:
            self.free += 1


class Random:
    """Numbers that are the same on every machine."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % limit


class Statistics:
    def __init__(self):
        self.waits, self.lost = [], 0

    def summary(self):
        served = len(self.waits)
        yield f"{served} customers served, waiting {sum(self.waits) / served:.1f} minutes on average, {max(self.waits)} at most"
        yield f"{self.lost} gave up"
        histogram = {}
        for wait in self.waits:
            histogram[wait // 5] = histogram.get(wait // 5, 0) + 1
        for bucket in sorted(histogram):
            yield f"{bucket * 5:3}-{bucket * 5 + 4:<3} {'#' * histogram[bucket]}"


def customer(simulation, name, clerks, work, patience, statistics):
    arrived = simulation.now
    simulation.say(f"{name} comes in")
    yield clerks.acquire
    waited = simulation.now - arrived
    if waited > patience:
        simulation.say(f"{name} gave up after {waited} minutes")
        statistics.lost += 1
    else:
        simulation.say(f"{name} is served after {waited} minutes")
        statistics.waits.append(waited)
        yield simulation.pause(work)
        simulation.say(f"{name} leaves")
    clerks.release()


def door(simulation, clerks, statistics, random):
    """Lets customers in, one after the other."""
    for name in "Ada Ben Cleo Dan Eve Finn Gia Hal Ida Jon Kim Leo Mia Ned Ola Pia".split():
        work, patience = 5 + random.below(20), 6 + random.below(12)
        simulation.schedule(0, customer(simulation, name, clerks, work, patience, statistics))
        yield simulation.pause(1 + random.below(9))
    simulation.say("the door closes")


def clock(simulation):
    while True:
        yield simulation.pause(60)
        simulation.say("*** the clock strikes ***")


def main():
    simulation, statistics = Simulation(), Statistics()
    clerks = Clerks(simulation, 2)
    simulation.schedule(9 * 60, door(simulation, clerks, statistics, Random(2024)))
    simulation.schedule(8 * 60, clock(simulation))
    simulation.run(until=12 * 60)
    print()
    for line in statistics.summary():
        print(line)
    print(f"the longest queue had {clerks.longest} people")


main()
