"""What is stored: SQLAlchemy mapped classes, one subject a file, the engine and the migrations.

SQLite's own ways (pragmas, full-text index, immediate transactions, online backup) stand behind this package.
"""
