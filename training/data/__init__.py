"""Where training clips come from: real datasets and synthetic worlds."""
