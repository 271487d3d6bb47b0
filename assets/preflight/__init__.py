"""What a print file or banner must hold, judged from what was measured."""
