"""The upload page and its HTTP interface.

An upload is held in memory while its request lasts. Nothing of it is written to disk or to a log.
It is looked at by another process, which is ended when it takes too long.
"""
