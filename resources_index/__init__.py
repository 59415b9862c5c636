"""The directory of services: places, encoder, index, search and how well they do."""
