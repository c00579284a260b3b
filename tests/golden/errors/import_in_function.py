def load():
    import missing_module_xyz
    return missing_module_xyz


load()
