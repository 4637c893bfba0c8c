"""What the house promises about its rooms, measured on the source files alone: `python -m tests.house` prints it."""
