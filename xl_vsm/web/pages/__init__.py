"""The pages: what a browser shows, made on the server, and whole without a script."""
