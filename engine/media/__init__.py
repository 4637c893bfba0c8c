"""Pictures and videos coming in, with limits checked before decoding. Knows neither torch nor models."""
