"""The twelve rules in what a user would pick instead."""
