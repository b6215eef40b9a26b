"""The law as a machine that takes Arrow batches: provisions in columns, out columns."""
