"""Amends 听诉台: the offline complaint desk."""

__version__ = "0.1.0"
