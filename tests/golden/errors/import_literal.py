from os import "path"
