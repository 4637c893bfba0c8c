"""The actions: what a skeleton does over time. Knows neither bodies, cameras nor pictures."""
