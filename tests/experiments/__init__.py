"""Comparisons of settings that docs/recipe.md quotes; run by hand, hours at times. Nothing here is asserted."""
