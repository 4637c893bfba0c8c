"""Synthetic worlds: clips with known truth, for every seed the same. Torch-free; knows no other part of training."""
