"""Real documents, taken the whole way: generated, imported, type-checked and held to their schemas."""
