"""Guides: listening and apology, step by step (guides.md).

Files of a guide become checked steps; a conversation is a value that moves through them; the apology builder puts a
case's facts into words. Pure: no window, no database, no clock. The reader of YAML is loaded when a guide is.
"""
