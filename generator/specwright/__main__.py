"""`python -m specwright`."""

from specwright.cli.main import process

if __name__ == "__main__":
    process()
