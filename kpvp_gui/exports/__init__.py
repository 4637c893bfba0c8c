"""Clips on their way out of the window: how they shall look, a try before, several at a time, the clipboard."""
