"""Excel's part in an add-in, played in a browser: the page, what goes over the wire, and back."""
