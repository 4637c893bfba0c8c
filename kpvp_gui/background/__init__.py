"""Work beside the window: jobs, child processes, start-up, garbage, the crash log. Knows no view."""
