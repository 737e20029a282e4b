"""What reading costs: time and memory beside the parser alone, and the cold start of the commands."""
