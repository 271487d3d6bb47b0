"""Licence and term of materials: who is warned, and where they are in use."""
