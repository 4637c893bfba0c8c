"""Texts from anywhere, made fit to be shown in a line of a terminal or window. Must not import anything heavy."""


def printable(text: str) -> str:
    """The text with spaces for control characters (but line ends and tabs) and for what is no Unicode.

    A terminal obeys control characters, and a stranger's card or file name may hold them.
    """
    return text if text.isprintable() else "".join(" " if _is_foreign(ord(c)) else c for c in text)


def shortened(text: str, most: int) -> str:
    """The text, or its first `most` characters and an ellipsis."""
    return text if len(text) <= most else text[:most] + "…"


def _is_foreign(code: int) -> bool:
    return (code < 32 and code not in (9, 10)) or 127 <= code < 160 or 0xD800 <= code <= 0xDFFF
