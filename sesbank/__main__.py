"""`python -m sesbank` and the `sesbank` command."""

from __future__ import annotations

import sys

from sesbank.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
