"""Project files: what is in them, how they are read and written, and the working copies kept of open ones. No Qt."""
