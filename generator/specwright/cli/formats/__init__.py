"""How findings are written for other programs: annotations of GitHub, and SARIF."""
