"""Breaks that the proof must notice: ways in which real SDKs have lost payloads, put into copies of ours."""
