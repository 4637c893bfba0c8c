"""What goes on beside the window: jobs, child processes, start-up, garbage, the crash log, what is remembered.

Knows no view and no Document.
"""
