"""New Zealand law."""
