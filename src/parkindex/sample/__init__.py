"""The sample room: a synthetic edition drawn from a seed, and the start of a new one."""

from __future__ import annotations

from parkindex.sample.new import new_edition
from parkindex.sample.sample import sample_files, write_sample

__all__ = ["new_edition", "sample_files", "write_sample"]
