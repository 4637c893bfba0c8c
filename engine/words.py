"""Texts from anywhere, made fit to be shown in a line of a terminal or window. Must not import anything heavy."""


def printable(text: str) -> str:
    """The text with spaces for control characters (but line ends and tabs) and for what is no Unicode.

    A terminal obeys control characters, and a stranger's card or file name may hold them.
    """
    if text.isprintable():
        return text
    return "".join(
        " " if c not in "\n\t" and (ord(c) < 32 or 127 <= ord(c) < 160 or "\ud800" <= c <= "\udfff") else c
        for c in text
    )


def shortened(text: str, most: int) -> str:
    """The text, or its first `most` characters and an ellipsis."""
    return text if len(text) <= most else text[:most] + "…"
