"""What a user would pick instead, and Tasman: a module or two each."""
