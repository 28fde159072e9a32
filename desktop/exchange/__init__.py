"""Formats that come in and go out: files of acts, CSV, XLSX, JSON Lines. No database, no Qt."""
