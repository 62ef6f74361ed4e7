"""`python -m specwright`."""

import sys

from specwright.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
