"""Tests of the studio: click, drag, drop, look at the Document."""
