"""The losses of training as functions, the frozen networks they look through, the adversaries. Opens no data."""
