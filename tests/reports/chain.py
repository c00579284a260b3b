class ConfigError(Exception):
    pass


def read(text):
    return int(text)


def load(text):
    try:
        return read(text)
    except ValueError as error:
        raise ConfigError(f"cannot read {text!r}") from error


try:
    load("abc")
except ConfigError:
    print({}["fallback"])
