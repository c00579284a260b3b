raise KeyError("a message with 'quotes'")
