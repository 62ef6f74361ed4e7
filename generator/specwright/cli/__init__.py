"""The command line of specwright."""
