def first[T: undefined_bound](x: T) -> T:
    return x


print(first.__type_params__[0].__bound__)
