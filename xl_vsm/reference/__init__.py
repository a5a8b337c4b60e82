"""Everything that can be looked up: checks, rules, worksheet functions and tables of figures.

`xl-vsm explain` and the pages tell the same of it, from here.
"""
