"""Many futures at a time: compared side by side, spread out in a grid, mixed and chained. Knows the Document."""
