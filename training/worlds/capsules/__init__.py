"""Bodies of capsules and ellipsoids, dressed, traced and shaded."""
