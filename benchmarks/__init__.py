"""How fast ParkIndex is, measured side by side: ``python -m benchmarks``."""
