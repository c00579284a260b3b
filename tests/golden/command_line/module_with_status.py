"""-m with a module that exits."""
