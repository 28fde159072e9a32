"""Insights: what complaints tell together: figures of a span, trends, early warnings, and the cases behind each."""
