"""The user study: people rank what several systems make of one photo, without knowing which is whose."""
