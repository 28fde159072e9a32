"""Sample data: a believable desk's life as acts, for practice workspaces and screenshots. Pure; the seed decides."""

from desktop.samples.stream import sample_acts

__all__ = ["sample_acts"]
