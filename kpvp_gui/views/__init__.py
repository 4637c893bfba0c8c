"""One file per thing on screen. A view takes the Document, or the part of it that it shows, and sends edits back.

No view knows another, or a dialog.
"""
