"""The command line. Exit codes.

0 done, 1 a finding, 2 bad input, 70 a defect of ours.
"""

from tasman.cli.main import main

__all__ = ["main"]
