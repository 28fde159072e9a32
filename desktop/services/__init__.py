"""Use cases: one method each, one transaction each; plain frozen values in and out. Free of Qt."""
