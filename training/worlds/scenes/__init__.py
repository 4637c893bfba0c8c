"""Where clips are filmed: places, cameras, and what a camera does to a picture. Knows no figure."""
