"""The exit statuses of every command."""

FINE = 0
FINDINGS = 1
UNABLE = 2
INTERRUPTED = 130
