"""The annual award, paid or withheld."""
