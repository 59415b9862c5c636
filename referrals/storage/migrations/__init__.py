"""Changes of the tables, one file a change; alembic runs them in order."""
