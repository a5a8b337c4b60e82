"""The release, in one place: year and number."""

VERSION = "2026.1"
