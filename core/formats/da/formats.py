DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y"]
DATETIME_INPUT_FORMATS = [
    f"{date}{time}"
    for date in DATE_INPUT_FORMATS
    for time in (" %H:%M", " %H.%M", " %H:%M:%S", "")
]
