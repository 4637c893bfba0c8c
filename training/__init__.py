"""Everything that makes a model: data, stages of training, evaluation. Knows the engine, never Qt."""
