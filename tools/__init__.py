"""Tools for those who work on sesbank itself."""
