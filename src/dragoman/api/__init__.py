"""The HTTP interface: `/api/v1`, one shape for what is found and one for what went wrong."""
