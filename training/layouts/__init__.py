"""Folders of clips as they are distributed: what is in them, from names and headers. Knows no frame store."""
