"""From a frame store to batches: pairs for step 1, sequences for step 3."""
