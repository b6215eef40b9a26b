"""The Returning Offenders (Management and Information) Act 2015 (NZ)."""
