"""Trajectories changed by hand: bent, turned, retimed, mirrored, carried over. Arrays in, arrays out.

Everywhere keypoints are float32 [T, K, 2], (x, y) in [-1, 1] of the crop (see `engine.future`), frames are counted
from 0, and what comes back is a new float32 array.
"""
