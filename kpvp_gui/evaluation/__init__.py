"""The windows in which models are compared with each other: blind rankings of people, and reports."""
