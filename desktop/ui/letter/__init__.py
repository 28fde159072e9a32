"""The apology builder over a case: the words to say, and the letter to send (guides.md, The apology builder)."""
