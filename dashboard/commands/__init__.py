"""The commands of ``horizons``, a module per group; ``dashboard.cli`` names them."""
