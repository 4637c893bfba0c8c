"""What `make bench` runs: figures of speed, printed and never asserted."""
