"""One file per thing on screen. A view takes the Document, draws it and sends edits back; no view knows another."""
