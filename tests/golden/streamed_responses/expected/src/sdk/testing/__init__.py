"""What the tests of this package are made of, for tests of your own: it needs the extra `testing`."""
