"""Tasman: the trans-Tasman deportation system as executable law."""
