"""The Human Services Data Specification 3.0: its tables and fields, schemas, and what goes out in it."""
