"""Frame rates as exact fractions, however they are written. Knows nothing of files or clips."""

import re
from fractions import Fraction
from numbers import Rational

_NTSC = Fraction(1000, 1001)
# "1e999999999" is a number too, and `Fraction` would work it out for ever.
_WRITTEN = re.compile(r"\s*\d{0,9}(\.\d{1,18})?(/\d{1,9})?\s*", re.ASCII)
_MOST_BITS = 64  # of numerator and denominator: no clock counts finer


def rational(value: Fraction | int | float | str) -> Fraction:
    """The number that `value` says: "25", "29.97", "30000/1001", or a number. At once, whatever is given.

    Raises `ValueError` for what is no positive number of reasonable length.
    """
    try:
        if isinstance(value, str) and not _WRITTEN.fullmatch(value):
            raise ValueError
        exact = Fraction(value if isinstance(value, str | Rational) else float(value))
    except (TypeError, ValueError, ArithmeticError) as error:
        raise ValueError("this is no frame rate") from error
    if exact <= 0 or max(exact.numerator.bit_length(), exact.denominator.bit_length()) > _MOST_BITS:
        raise ValueError("this is no frame rate")
    return exact


def exact_fps(value: Fraction | int | float | str) -> Fraction:
    """Frames per second as the fraction meant: 29.97 is 30000/1001, "25/1" is 25, 12.5 is 25/2.

    Raises `ValueError` for what is no positive, finite number.
    """
    exact = rational(value)
    rate = exact.limit_denominator(1001) or exact  # a frame in an hour is none in a second, rounded
    # 23.976, 23.98, 29.97, 59.94 are roundings of whole numbers times 1000/1001.
    ntsc = round(rate / _NTSC) * _NTSC
    return ntsc if ntsc and rate.denominator != 1 and abs(rate - ntsc) < Fraction(1, 200) else rate
