"""One script per page: ask, draw, offer the next step."""
