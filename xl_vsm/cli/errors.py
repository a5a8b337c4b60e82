"""What stops a command."""


class CommandError(Exception):
    """What was asked for cannot be done. The message says why and what to do."""
