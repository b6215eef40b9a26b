"""What is compared: a module a scenario, and what all of them share."""
