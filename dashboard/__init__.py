"""Networking Horizons: see how concentrated your networking time is, and widen it."""

__version__ = "0.1.0"
