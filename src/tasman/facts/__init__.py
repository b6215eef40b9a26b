"""What can be known about a person: the vocabulary, its files, its schemas."""
