"""The fast twins of the translator: folded, channels last, streamed in batches. Knows no photo and no action."""
