"""Help on a package: its parts, classes, functions and data."""
import _zoo

help(_zoo)
help("_zoo.keepers")
