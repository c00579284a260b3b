x = true and
