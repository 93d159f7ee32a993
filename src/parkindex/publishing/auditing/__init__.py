"""The audit in print: its tables, figures and document, and its chapter in the report of an edition."""
