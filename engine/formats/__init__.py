"""Clips going out: `table` lists the formats, and each kind has a file. Knows finished clips, and no networks.

To add a format, write `write(request, path)` in a file of its own (see `engine.formats.request`) and add a line to
`engine.formats.table`: the library, the command line and the export dialog read it.
"""
