"""From what somebody types to what they are shown."""
