"""A small operating system: tasks with priorities pass packets through queues."""

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
WORK, DATA = range(2)


class Packet:
    def __init__(self, link, ident, kind):
        self.link, self.ident, self.kind = link, ident, kind
        self.datum, self.data = 0, [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        tail = queue
        while tail.link is not None:
            tail = tail.link
        tail.link = self
        return queue


class Task:
    def __init__(self, system, ident, priority, queue, waiting=False):
        self.system, self.ident, self.priority, self.queue = system, ident, priority, queue
        self.held, self.waiting = False, waiting
        self.next = system.first
        system.first = system.table[ident] = self

    def ready(self):
        return not self.held and (self.queue is not None or not self.waiting)

    def step(self):
        packet = self.queue
        if self.waiting and packet is not None:
            self.queue = packet.link
            self.waiting = False
        else:
            packet = None
        return self.run(packet)

    def wait(self):
        self.waiting = True
        return self

    def receive(self, packet, sender):
        self.queue = packet.append_to(self.queue)
        return self if self.priority > sender.priority else sender


class Idle(Task):
    seed, turns = 1, 0

    def run(self, packet):
        if self.turns == 0:
            return self.system.hold(self)
        self.turns -= 1
        if self.seed & 1 == 0:
            self.seed >>= 1
            return self.system.release(DEVICE_A)
        self.seed = (self.seed >> 1) ^ 0xD008
        return self.system.release(DEVICE_B)


class Worker(Task):
    target, count = HANDLER_A, 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.target = HANDLER_B if self.target == HANDLER_A else HANDLER_A
        packet.ident, packet.datum = self.target, 0
        for i in range(4):
            self.count = self.count % 26 + 1
            packet.data[i] = 64 + self.count
        return self.system.send(packet)


class Handler(Task):
    work = data = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == WORK:
                self.work = packet.append_to(self.work)
            else:
                self.data = packet.append_to(self.data)
        if self.work is None:
            return self.wait()
        work = self.work
        if work.datum >= 4:
            self.work = work.link
            return self.system.send(work)
        if self.data is None:
            return self.wait()
        data = self.data
        self.data = data.link
        data.datum = work.data[work.datum]
        work.datum += 1
        return self.system.send(data)


class Device(Task):
    pending = None

    def run(self, packet):
        if packet is None:
            if self.pending is None:
                return self.wait()
            packet, self.pending = self.pending, None
            return self.system.send(packet)
        self.pending = packet
        return self.system.hold(self)


class System:
    def __init__(self):
        self.first, self.current, self.table = None, None, [None] * 6
        self.sent = self.holds = 0

    def hold(self, task):
        self.holds += 1
        task.held = True
        return task.next

    def release(self, ident):
        task = self.table[ident]
        task.held = False
        return task if task.priority > self.current.priority else self.current

    def send(self, packet):
        task = self.table[packet.ident]
        self.sent += 1
        packet.ident = self.current.ident
        return task.receive(packet, self.current)

    def run(self):
        task = self.first
        while task is not None:
            if task.ready():
                self.current = task
                task = task.step()
            else:
                task = task.next


def packets(ident, kind, count):
    queue = None
    for _ in range(count):
        queue = Packet(queue, ident, kind)
    return queue


def simulate(turns):
    system = System()
    Idle(system, IDLE, 0, None).turns = turns
    Worker(system, WORKER, 1000, packets(WORKER, WORK, 2), waiting=True)
    Handler(system, HANDLER_A, 2000, packets(DEVICE_A, DATA, 3), waiting=True)
    Handler(system, HANDLER_B, 3000, packets(DEVICE_B, DATA, 3), waiting=True)
    Device(system, DEVICE_A, 4000, None, waiting=True)
    Device(system, DEVICE_B, 5000, None, waiting=True)
    system.run()
    return system.sent, system.holds


print(simulate(100_000))
