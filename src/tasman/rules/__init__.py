"""How rules are written and evaluated. Knows no law."""
