"""Recordings taken apart: what is sound, and what only stands beside it. Pure; no sound is decoded."""
