"""The systems that the paper compares with, trained: one file each, written from its paper."""
