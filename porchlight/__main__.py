"""`python -m porchlight` is the same as `porchlight`."""

from porchlight.cli import main

main()
