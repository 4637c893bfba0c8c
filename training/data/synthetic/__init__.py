"""Synthetic worlds: motions, the bodies that wear them and the scenes they are filmed in."""
