"""Which tellings are one event; what its sources say; where they differ."""
