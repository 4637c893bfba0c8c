"""Where clips are filmed: backgrounds, cameras, and what a camera does to a picture. Knows no figure."""
