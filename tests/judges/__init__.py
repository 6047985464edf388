"""Outside judges of a printed site: one module for each, and the panel that lists them."""
