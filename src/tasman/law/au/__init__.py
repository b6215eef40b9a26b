"""Australian law."""
