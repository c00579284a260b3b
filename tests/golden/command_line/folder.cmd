_app
x
