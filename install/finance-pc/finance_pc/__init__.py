"""The set-up of a Windows finance PC, one step a file. Standard library only."""
