"""Frame rates as exact fractions. Knows nothing of files or clips."""

from fractions import Fraction
from numbers import Rational

_NTSC = Fraction(1000, 1001)


def exact_fps(value: Fraction | int | float | str) -> Fraction:
    """Frames per second as the fraction meant: 29.97 is 30000/1001, "25/1" is 25, 12.5 is 25/2.

    Raises `ValueError` for what is no positive, finite number.
    """
    try:
        exact = Fraction(value if isinstance(value, str | Rational) else float(value))
    except (TypeError, OverflowError, ZeroDivisionError) as error:
        raise ValueError(f"{value!r} is no frame rate") from error
    if exact <= 0:
        raise ValueError(f"{value!r} is no frame rate")
    rate = exact.limit_denominator(1001)
    # 23.976, 23.98, 29.97, 59.94 are roundings of whole numbers times 1000/1001.
    ntsc = round(rate / _NTSC) * _NTSC
    return ntsc if rate.denominator != 1 and abs(rate - ntsc) < Fraction(1, 200) else rate
