"""The three steps of training: each says its losses and its step, nothing else."""
