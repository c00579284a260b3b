# nothing


   # indented comment
)
