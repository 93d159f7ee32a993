"""``python -m parkindex`` is the command `parkindex`."""

from __future__ import annotations

from parkindex.cli import main

if __name__ == "__main__":
    main()
