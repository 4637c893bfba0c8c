"""Synthetic worlds: motions, the bodies that wear them and the scenes they are filmed in."""

from training.data.synthetic.worlds import SyntheticClip, World, world

__all__ = ["SyntheticClip", "World", "world"]
