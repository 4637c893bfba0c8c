"""Training in the studio: the window of runs and all that it shows. Knows `training.runs` and no clip."""
