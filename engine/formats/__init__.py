"""Clips going out: one file per kind of format. Knows finished frames and keypoints; nothing of networks."""
