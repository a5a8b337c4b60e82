"""What is wrong when a cell shows an error: by what it shows, and by looking at this machine.

    troubles/   what a cell or a message shows -> its causes and what to do; one family a file
    looks/      what can be seen on this machine; one look a file

The modules `places` and `settings_file` need nothing but Python itself, because the set-up of a
finance PC uses them before anything is installed.
"""
