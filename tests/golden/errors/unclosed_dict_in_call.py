configure({
    "host": "localhost",
    "port": 8080,
)
