"""What a run on disk is, for those who start, watch or estimate one. Imports no torch, no Qt, no other training."""
