"""Many persons: made up or imported, put to the law at once, and counted."""
