_empty
