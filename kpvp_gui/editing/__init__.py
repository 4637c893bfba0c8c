"""The hand on the motion: what is drawn over the clip for it, its gestures, and the strip with its commands."""
