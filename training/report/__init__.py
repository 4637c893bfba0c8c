"""The report: systems beside each other on the same clips, as tables, figures and playing clips in one HTML file."""
