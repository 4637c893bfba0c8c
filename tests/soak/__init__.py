"""A person's half an hour in the studio, by script, and what of the machine it takes from minute to minute."""
