"""The systems that the paper compares with: what they predict with, so that their clips stand beside a model's own."""
