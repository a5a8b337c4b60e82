"""Reads and writes Visual Basic projects without Excel: [MS-OVBA] inside [MS-CFB], source only."""
