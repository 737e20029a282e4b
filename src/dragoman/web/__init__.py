"""The pages: rendered on the server, alive with a little script, complete without it."""
