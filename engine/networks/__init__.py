"""The paper's networks, parametric in every size; see `spec.NetworkSpec`. Knows torch, never files or Qt."""
