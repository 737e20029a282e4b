"""Scorers over the output contract, and the gate that pins what they measure."""
