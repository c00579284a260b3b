"""A bank's ledger: exact money, a hierarchy of exceptions, transactions as context managers."""

from contextlib import contextmanager


class BankError(Exception):
    """Everything that can go wrong here."""


class UnknownAccount(BankError, LookupError):
    def __init__(self, name):
        super().__init__(f"there is no account {name!r}")


class InsufficientFunds(BankError):
    def __init__(self, account, wanted):
        super().__init__(f"{account.owner} has {account.balance}, which is less than {wanted}")
        self.missing = wanted - account.balance


class Frozen(BankError):
    pass


class TransactionFailed(BankError):
    pass


class Money:
    """An amount in cents; two decimals in and out, integers inside."""

    __slots__ = ("cents",)

    def __init__(self, amount="0"):
        if isinstance(amount, Money):
            self.cents = amount.cents
        else:
            whole, _, fraction = str(amount).partition(".")
            self.cents = int(whole) * 100 + int((fraction + "00")[:2]) * (-1 if whole.startswith("-") else 1)

    @classmethod
    def of_cents(cls, cents):
        money = cls()
        money.cents = cents
        return money

    def __add__(self, other):
        return Money.of_cents(self.cents + Money(other).cents)

    def __sub__(self, other):
        return Money.of_cents(self.cents - Money(other).cents)

    def __neg__(self):
        return Money.of_cents(-self.cents)

    def __lt__(self, other):
        return self.cents < Money(other).cents

    def __eq__(self, other):
        return isinstance(other, (Money, int, str)) and self.cents == Money(other).cents

    def percent(self, rate):
        cents, rest = divmod(self.cents * rate, 100)
        return Money.of_cents(cents + (rest * 2 >= 100))

    def __str__(self):
        sign, cents = ("-", -self.cents) if self.cents < 0 else ("", self.cents)
        return f"{sign}{cents // 100:,}.{cents % 100:02}"

    __repr__ = __str__


class Account:
    def __init__(self, owner):
        self.owner, self.balance, self.frozen = owner, Money(), False

    def change(self, amount):
        if self.frozen:
            raise Frozen(f"the account of {self.owner} is frozen")
        if self.balance + amount < 0:
            raise InsufficientFunds(self, -amount)
        self.balance += amount


class Bank:
    def __init__(self):
        self.accounts, self.journal, self.pending = {}, [], None

    def open(self, owner, deposit="0"):
        self.accounts[owner] = Account(owner)
        with self.transaction(f"open {owner}"):
            self.move(None, owner, deposit)

    def __getitem__(self, name):
        try:
            return self.accounts[name]
        except KeyError as error:
            raise UnknownAccount(name) from error

    @contextmanager
    def transaction(self, title):
        """All the moves inside happen, or none of them."""
        before = [(account, account.balance) for account in self.accounts.values()]
        outer, self.pending = self.pending, []
        try:
            yield self
        except BankError as error:
            for account, balance in before:
                account.balance = balance
            self.pending = outer
            error.add_note(f"in the transaction {title!r}")
            raise TransactionFailed(f"{title} was rolled back") from error
        else:
            moves, self.pending = self.pending, outer
            (self.journal if outer is None else outer).append((title, moves))

    def move(self, source, target, amount):
        amount = Money(amount)
        if source is not None:
            self[source].change(-amount)
        if target is not None:
            self[target].change(amount)
        self.pending.append((source or "cash", target or "cash", amount))

    def report(self):
        for account in sorted(self.accounts.values(), key=lambda account: account.balance, reverse=True):
            print(f"   {account.owner:8} {account.balance!s:>12}{'  (frozen)' if account.frozen else ''}")
        print(f"   {'together':8} {sum((account.balance for account in self.accounts.values()), Money())!s:>12}")


def attempt(bank, title, *moves):
    try:
        with bank.transaction(title):
            for source, target, amount in moves:
                bank.move(source, target, amount)
    except TransactionFailed as failure:
        cause = failure.__cause__
        print(f"{failure}: {type(cause).__name__}: {cause}")
        for note in cause.__notes__:
            print(f"   {note}")
        if isinstance(cause, InsufficientFunds):
            print(f"   {cause.missing} short")
    else:
        print(f"{title} done")


bank = Bank()
bank.open("Ada", "1250.50")
bank.open("Bob", "99.99")
bank.open("Cleo")
bank.report()

attempt(bank, "rent", ("Ada", "Cleo", "700"))
attempt(bank, "too much", ("Ada", "Bob", "500"), ("Bob", "Cleo", "700"))
attempt(bank, "a stranger", ("Ada", "Zoe", "1"))
bank["Bob"].frozen = True
attempt(bank, "frozen", ("Cleo", "Ada", "5"), ("Bob", "Ada", "1"))
bank["Bob"].frozen = False
bank.report()

print("interest for everybody, as one transaction with nested ones:")
with bank.transaction("interest"):
    for name, account in bank.accounts.items():
        with bank.transaction(f"interest for {name}"):
            bank.move(None, name, account.balance.percent(3))
bank.report()


def show(entries, depth=1):
    for entry in entries:
        match entry:
            case (str(title), [*moves]):
                print("   " * depth + title)
                show(moves, depth + 1)
            case (source, target, amount):
                print("   " * depth + f"{source} -> {target}: {amount}")


print("the journal:")
show(bank.journal)
