"""The writers' command: check, new, explain, lock."""
