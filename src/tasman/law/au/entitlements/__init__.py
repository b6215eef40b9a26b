"""What a status in Australia opens and closes: the entitlements, by date."""
