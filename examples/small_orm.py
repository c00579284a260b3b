"""An object-relational mapper in small: fields are descriptors, tables come from a metaclass.

The "database" is a dictionary of rows per table, so that the example needs nothing else.
"""


class Field:
    """One column: a data descriptor that checks what is stored."""

    kind = object

    def __init__(self, *, default=None, required=False):
        self.default, self.required = default, required

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, record, owner):
        return self if record is None else record._values.get(self.name, self.default)

    def __set__(self, record, value):
        if value is None and self.required:
            raise ValueError(f"{type(record).__name__}.{self.name} is required")
        if value is not None and not isinstance(value, self.kind):
            raise TypeError(f"{type(record).__name__}.{self.name} takes {self.kind.__name__}, not {type(value).__name__}")
        record._values[self.name] = value
        record._dirty.add(self.name)

    # Read through the class, a field makes conditions: Book.year > 1900.
    def __gt__(self, other):
        return Condition(f"{self.name} > {other!r}", self, lambda value: value > other)

    def __lt__(self, other):
        return Condition(f"{self.name} < {other!r}", self, lambda value: value < other)

    def __eq__(self, other):
        return Condition(f"{self.name} = {other!r}", self, lambda value: value == other)

    __hash__ = object.__hash__

    def contains(self, text):
        return Condition(f"{self.name} LIKE '%{text}%'", self, lambda value: text in value)


class Text(Field):
    kind = str


class Number(Field):
    kind = int


class Link(Field):
    """A reference to a record of another table, kept by its number."""

    def __init__(self, target, **options):
        super().__init__(**options)
        self.target = target

    def __get__(self, record, owner):
        if record is None:
            return self
        number = record._values.get(self.name)
        return None if number is None else Model.tables[self.target].get(number)

    def __set__(self, record, value):
        record._values[self.name] = value.id
        record._dirty.add(self.name)


class Condition:
    def __init__(self, text, field, test):
        self.text, self.field, self.test = text, field, test

    def __call__(self, record):
        value = self.field.__get__(record, type(record))
        return value is not None and self.test(value)

    def __and__(self, other):
        return Both(self, other)

    def __str__(self):
        return self.text


class Both(Condition):
    def __init__(self, *parts):
        self.parts = parts

    def __call__(self, record):
        return all(part(record) for part in self.parts)

    def __str__(self):
        return " AND ".join(map(str, self.parts))


class Table(type):
    """The metaclass: collects the fields of a class and gives it its rows."""

    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.fields = {}
        for base in reversed(cls.__mro__):
            cls.fields.update((key, value) for key, value in vars(base).items() if isinstance(value, Field))
        cls.rows = {}
        if bases:
            Model.tables[name] = cls
        return cls

    def __len__(cls):
        return len(cls.rows)

    def __iter__(cls):
        return iter(cls.rows.values())


class Model(metaclass=Table):
    tables = {}

    def __init__(self, **values):
        self._values, self._dirty, self.id = {}, set(), None
        for name in values:
            if name not in self.fields:
                raise AttributeError(f"{type(self).__name__} has no field {name!r}")
        for name, field in self.fields.items():
            if name in values or field.required:
                setattr(self, name, values.get(name))

    def save(self):
        if self.id is None:
            self.id = len(type(self)) + 1
            type(self).rows[self.id] = self
            verb = "INSERT"
        else:
            verb = "UPDATE"
        print(f"{verb} {type(self).__name__} #{self.id} {sorted(self._dirty)}")
        self._dirty.clear()
        return self

    @classmethod
    def get(cls, number):
        return cls.rows[number]

    @classmethod
    def where(cls, condition):
        print(f"SELECT {cls.__name__} WHERE {condition}")
        return [row for row in cls if condition(row)]

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{key}={value!r}' for key, value in self._values.items())})"


class Author(Model):
    name = Text(required=True)
    born = Number()


class Book(Model):
    title = Text(required=True)
    year = Number(default=0)
    author = Link("Author")


class Translation(Book):
    language = Text(default="English")


print("Tables:", ", ".join(f"{name}{list(table.fields)}" for name, table in Model.tables.items()))
verne = Author(name="Jules Verne", born=1828).save()
shelley = Author(name="Mary Shelley", born=1797).save()
Book(title="Frankenstein", year=1818, author=shelley).save()
moon = Book(title="From the Earth to the Moon", year=1865, author=verne).save()
Book(title="Around the Moon", year=1869, author=verne).save()
Translation(title="Vingt mille lieues sous les mers", year=1870, author=verne, language="French").save()

print([book.title for book in Book.where(Book.year > 1860)])
print([book.title for book in Book.where(Book.title.contains("Moon") & (Book.year < 1869))])
print(moon.author.name, "born", moon.author.born, "in a table of", len(Author))
moon.year = 1866
moon.save()
print(Author.where(Author.name == "Mary Shelley"), Translation.get(1).language)

for mistake in (lambda: Book(title=5), lambda: Book(year=1900), lambda: Book(title="x", pages=3), lambda: setattr(moon, "year", "late")):
    try:
        mistake()
    except (TypeError, ValueError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
