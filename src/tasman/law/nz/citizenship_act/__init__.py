"""The Citizenship Act 1977 (NZ): who is a citizen, and so can be returned."""
