"""Bakes dressed, textured humans into rigged glTF files, from bodies and clothes that the user has."""
