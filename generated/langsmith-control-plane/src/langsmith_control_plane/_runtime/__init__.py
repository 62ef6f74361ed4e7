"""The part of the package that is the same for every API: it knows HTTP and JSON, and no API's name.

Import from the modules, not from here, so that using the models alone never loads an HTTP library.
"""
