"""Folders of clips as they are distributed: what is in them, and the frames of each. Knows no frame store."""
