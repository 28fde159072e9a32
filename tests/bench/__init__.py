"""Benchmarks: each goal of the specification beside its physical limit, measured in the same run. Run by hand.

``python -m tests.bench`` runs all; ``python -m tests.bench queue search --cases 100000`` some. They print ratios and
assert nothing: machines differ.
"""
