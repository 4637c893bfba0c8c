"""What a run on disk is, for whoever starts, watches or estimates it. Imports no torch, no Qt, no other training."""
