"""Ideas on their way in and out: from a spreadsheet, from libraries, onto paper."""
