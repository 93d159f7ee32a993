"""ParkIndex: evaluate industrial parks from an edition folder to a checked, scored and published bilingual report."""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = ["__version__"]
