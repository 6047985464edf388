"""Pages: the whole site as addresses, template names and plain data."""
