"""The audit in print: its findings with their numbers, its figures, and the audit as a document of its own."""
