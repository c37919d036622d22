"""The full-screen app: draws what the session knows and passes on what the person wants."""
