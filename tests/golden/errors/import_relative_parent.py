from ..package import name
