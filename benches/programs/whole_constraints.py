"""An incremental solver of one-way constraints: variables, strengths, plans."""


class Strength:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def stronger(self, other):
        return self.rank < other.rank


REQUIRED, PREFERRED, NORMAL, WEAK = (Strength(rank, name) for rank, name in enumerate(("required", "preferred", "normal", "weak")))


class Variable:
    def __init__(self, name, value=0):
        self.name, self.value = name, value
        self.constraints, self.determined_by, self.strength, self.mark = [], None, WEAK, 0


class Constraint:
    def __init__(self, strength, *variables):
        self.strength, self.variables, self.output = strength, variables, None

    def choose(self, mark):
        self.output = None
        for variable in self.candidates():
            if variable.mark != mark and self.strength.stronger(variable.strength):
                if self.output is None or self.output.strength.rank < variable.strength.rank:
                    self.output = variable

    def candidates(self):
        return self.variables

    def inputs(self):
        return [variable for variable in self.variables if variable is not self.output]

    def known(self, mark):
        for variable in self.variables:
            if variable is not self.output and variable.mark != mark and variable.determined_by is not None:
                return False
        return True

    def derived_strength(self):
        weakest = self.strength
        for variable in self.inputs():
            if weakest.stronger(variable.strength):
                weakest = variable.strength
        return weakest


class Edit(Constraint):
    def execute(self):
        pass

    def inputs(self):
        return ()


class Equal(Constraint):
    def execute(self):
        a, b = self.variables
        if self.output is b:
            b.value = a.value
        else:
            a.value = b.value


class Scale(Constraint):
    def __init__(self, strength, source, target, factor, offset):
        super().__init__(strength, source, target)
        self.factor, self.offset = factor, offset

    def execute(self):
        source, target = self.variables
        if self.output is target:
            target.value = source.value * self.factor + self.offset
        else:
            source.value = (target.value - self.offset) // self.factor


class Solver:
    def __init__(self):
        self.mark = 0

    def add(self, constraint):
        for variable in constraint.variables:
            variable.constraints.append(constraint)
        self.mark += 1
        displaced = self.satisfy(constraint)
        while displaced is not None:
            displaced = self.satisfy(displaced)
        return constraint

    def satisfy(self, constraint):
        constraint.choose(self.mark)
        output = constraint.output
        if output is None:
            return None
        for variable in constraint.inputs():
            variable.mark = self.mark
        displaced = output.determined_by
        if displaced is not None:
            displaced.output = None
        output.determined_by = constraint
        self.propagate(output)
        output.mark = self.mark
        return displaced

    def propagate(self, variable):
        queue = [variable]
        while queue:
            variable = queue.pop()
            constraint = variable.determined_by
            variable.strength = constraint.derived_strength()
            constraint.execute()
            for other in variable.constraints:
                if other is not constraint and other.output is not None and other.output is not variable:
                    queue.append(other.output)

    def remove(self, constraint):
        output = constraint.output
        for variable in constraint.variables:
            variable.constraints.remove(constraint)
        if output is not None:
            output.determined_by, output.strength = None, WEAK
            self.propagate_free(output)

    def propagate_free(self, variable):
        queue = [variable]
        while queue:
            for constraint in queue.pop().constraints:
                if constraint.output is not None:
                    constraint.output.strength = constraint.derived_strength()

    def plan(self, sources):
        self.mark += 1
        plan, todo = [], list(sources)
        while todo:
            constraint = todo.pop()
            output = constraint.output
            if output is None or output.mark == self.mark or not constraint.known(self.mark):
                continue
            plan.append(constraint)
            output.mark = self.mark
            todo.extend(c for c in output.constraints if c is not constraint and c.output is not None)
        return plan


def chain(length):
    solver = Solver()
    variables = [Variable(f"v{i}") for i in range(length)]
    for a, b in zip(variables, variables[1:]):
        solver.add(Equal(REQUIRED, a, b))
    edit = solver.add(Edit(PREFERRED, variables[0]))
    plan = solver.plan([edit])
    total = 0
    for value in range(100):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        total += variables[-1].value
    solver.remove(edit)
    return total, len(plan)


def projection(size):
    solver = Solver()
    pairs = []
    for i in range(size):
        source, target = Variable(f"s{i}", i), Variable(f"t{i}", i)
        solver.add(Edit(NORMAL, source))
        solver.add(Scale(REQUIRED, source, target, 10, 1000))
        pairs.append((source, target))
    total = 0
    for source, target in pairs:
        edit = solver.add(Edit(PREFERRED, source))
        plan = solver.plan([edit])
        for value in range(20):
            source.value = value
            for constraint in plan:
                constraint.execute()
            total += target.value
        solver.remove(edit)
    return total


print(chain(1_200), chain(900), projection(2_500))
