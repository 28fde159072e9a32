"""One case on a screen of its own: its story, its tasks, remedies and promises, and the move that comes next."""
