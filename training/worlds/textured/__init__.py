"""Textured people filmed as a camera would: dyed, lit from all around, in company. Knows neither worlds nor files."""
