"""What must be true of the demonstration itself; a hub that replaces it replaces these tests."""
