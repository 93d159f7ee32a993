"""The framework: the indicator tree and the methods, read from YAML with positions and checked."""
