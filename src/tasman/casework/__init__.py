"""One person's case: what the law does, why, and what is not yet known."""
