"""The evidence: units, places, sources and every table of an edition, read strictly and checked."""
