"""A printed site as anybody may have it: read from its folder alone, reckoned again, and compared with what it says."""
