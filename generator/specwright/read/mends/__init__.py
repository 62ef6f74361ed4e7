"""The mends: a module for each part of a document, a function for each finding, named after what it finds."""
