"""What is open and how it came to be: the Document, its undo, the engine thread that serves it. Knows no widget."""
