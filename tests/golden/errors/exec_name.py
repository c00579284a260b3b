namespace = {}
exec("def f():\n    return undefined_thing\n", namespace)
namespace["f"]()
