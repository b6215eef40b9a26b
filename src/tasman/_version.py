"""The version of the code (SemVer); the law has its own dated release."""

__version__ = "0.2.0"
