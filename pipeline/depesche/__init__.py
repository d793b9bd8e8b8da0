"""Depesche reads German and English news and letters and writes down who did what to whom, when, on whose word."""

__version__ = "0.1.0"
