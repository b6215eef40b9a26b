"""The Immigration Act 2009 (NZ): liability to deportation."""
