"""`python -m tasman` is the `tasman` command."""

from tasman.cli.main import main

main()
