"""The same real documents for every generator: what each makes of them, side by side."""
