"""The report: pages with computed values become a document, and the document becomes files."""
