"""How a run runs: the one loop, checkpoints, the lock, several processes. Knows no loss."""
