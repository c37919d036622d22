"""The commands: parse, call a use case, print. One file a group; the app is opened in `app`."""
