"""The Australian Citizenship Acts of 1948 and 2007: one module a section."""
