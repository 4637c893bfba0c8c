"""Windows that ask for something and go away, and what they need for it. Knows no view."""
