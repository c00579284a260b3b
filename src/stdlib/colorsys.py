"""Colours in several systems: RGB, YIQ, HLS and HSV, all numbers from 0 to 1."""

__all__ = ["rgb_to_yiq", "yiq_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_hsv", "hsv_to_rgb"]


def rgb_to_yiq(r, g, b):
    y = 0.30 * r + 0.59 * g + 0.11 * b
    i = 0.74 * (r - y) - 0.27 * (b - y)
    q = 0.48 * (r - y) + 0.41 * (b - y)
    return y, i, q


def yiq_to_rgb(y, i, q):
    r = y + 0.9468822170900693 * i + 0.6235565819861433 * q
    g = y - 0.27478764629897834 * i - 0.6356910791873801 * q
    b = y - 1.1085450346420322 * i + 1.7090069284064666 * q
    return tuple(min(max(value, 0.0), 1.0) for value in (r, g, b))


def _hue(r, g, b, high, low):
    red = (high - r) / (high - low)
    green = (high - g) / (high - low)
    blue = (high - b) / (high - low)
    if r == high:
        hue = blue - green
    elif g == high:
        hue = 2.0 + red - blue
    else:
        hue = 4.0 + green - red
    return (hue / 6.0) % 1.0


def rgb_to_hls(r, g, b):
    high, low = max(r, g, b), min(r, g, b)
    total = high + low
    lightness = total / 2.0
    if low == high:
        return 0.0, lightness, 0.0
    if lightness <= 0.5:
        saturation = (high - low) / total
    else:
        saturation = (high - low) / (2.0 - high - low)
    return _hue(r, g, b, high, low), lightness, saturation


def hls_to_rgb(h, l, s):
    if s == 0.0:
        return l, l, l
    high = l * (1.0 + s) if l <= 0.5 else l + s - l * s
    low = 2.0 * l - high

    def component(hue):
        hue = hue % 1.0
        if hue < 1.0 / 6.0:
            return low + (high - low) * hue * 6.0
        if hue < 0.5:
            return high
        if hue < 2.0 / 3.0:
            return low + (high - low) * (2.0 / 3.0 - hue) * 6.0
        return low

    return component(h + 1.0 / 3.0), component(h), component(h - 1.0 / 3.0)


def rgb_to_hsv(r, g, b):
    high, low = max(r, g, b), min(r, g, b)
    if low == high:
        return 0.0, 0.0, high
    return _hue(r, g, b, high, low), (high - low) / high, high


def hsv_to_rgb(h, s, v):
    if s == 0.0:
        return v, v, v
    sector = int(h * 6.0)
    rest = h * 6.0 - sector
    p = v * (1.0 - s)
    q = v * (1.0 - s * rest)
    t = v * (1.0 - s * (1.0 - rest))
    return ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))[sector % 6]
