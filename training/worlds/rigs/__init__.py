"""Rigged characters: read from glTF, posed, dressed, rasterized and filmed."""
