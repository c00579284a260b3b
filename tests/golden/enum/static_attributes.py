"""The attributes that methods of enum's own classes assign through `self`."""
import enum

for cls in enum.EnumType, enum.Enum, enum.StrEnum, enum.ReprEnum, enum.auto, enum.property:
    print(cls.__name__, sorted(cls.__static_attributes__))
