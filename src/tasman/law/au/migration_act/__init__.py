"""The Migration Act 1958 (Cth): one module a section, or a part of one."""
