"""Taking over plain Markdown of other site generators: what it says of itself, and what a draft makes of that."""
