"""The authors' TensorFlow checkpoints become bundles, without TensorFlow. Knows nothing of photos and clips."""
