class Account:
    @property
    def balance(self):
        return self.book.total

    book = None


Account().balance
