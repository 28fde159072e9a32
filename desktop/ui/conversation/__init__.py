"""The conversation at the counter: the step, what to say and what to ask (design.md 7, Conversation)."""
