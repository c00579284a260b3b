"""The Mandelbrot set, drawn with real and with complex arithmetic."""


def escape(cr, ci, limit):
    zr = zi = 0.0
    for n in range(limit):
        r2, i2 = zr * zr, zi * zi
        if r2 + i2 > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = r2 - i2 + cr
    return limit


def escape_complex(c, limit):
    z = 0j
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


def draw(width, height, limit):
    total, rows = 0, []
    for y in range(height):
        ci = 2.4 * y / height - 1.2
        row = ""
        for x in range(width):
            n = escape(3.2 * x / width - 2.2, ci, limit)
            total += n
            row += " .:-=+*#%@"[n % 10]
        rows.append(row)
    return total, rows


total, rows = draw(360, 240, 150)
other = sum(escape_complex(complex(3.2 * x / 80 - 2.2, 2.4 * y / 50 - 1.2), 60) for y in range(50) for x in range(80))
print(total, other, rows[50][:20])
