"""What is kept of the Document: autosave, the project file that is open, what is there again at the next start."""
