"""Clips decoded once into a frame store on disk. Knows neither losses nor stages."""
