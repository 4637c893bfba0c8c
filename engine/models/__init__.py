"""Model files: bundles, their cards, the library of models, and what a model calls familiar."""
