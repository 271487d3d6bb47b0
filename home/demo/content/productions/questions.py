"""What stands on the treasure hunt, the quiz cards and the floor foil."""

HUNT_QUESTIONS = (
    "Hvad lavede man økser af i stenalderen?",
    "Hvad hedder en grav med en stor sten som tag?",
    "Hvad trækker hesten fra Trundholm?",
    "Hvilken pige blev begravet i en kiste af eg?",
    "Hvor havde Tollundmanden ligget gemt?",
    "Hvad hedder vikingernes bogstaver?",
    "Hvilken konge rejste den store sten i Jelling?",
    "Hvad hedder Thors hammer?",
    "Hvad kalder man graven rundt om en borg?",
    "Hvad skal land bygges med, står der i Jyske Lov?",
)
HUNT_ANSWERS = (
    "Flint",
    "Dysse",
    "Solen",
    "Egtvedpigen",
    "I en mose",
    "Runer",
    "Harald Blåtand",
    "Mjølner",
    "Voldgrav",
    "Lov",
)
QUIZ = (
    ("Hvor mange tegn har vikingernes yngre runer?", "16"),
    ("Hvornår kom Jelling på verdensarvslisten?", "1994"),
    ("Hvilken by er landets ældste?", "Ribe"),
    ("Hvad blev stjålet fra Kunstkammeret i 1802?", "Guldhornene"),
    ("I hvilken mose fandt man Solvognen?", "Trundholm Mose"),
    ("Hvad begynder Jyske Lov med?", "Med lov skal land bygges"),
    ("Hvilket år blev unionen i Kalmar indgået?", "1397"),
    ("Hvem skrev Danmarks krønike på latin?", "Saxo"),
    ("Hvornår fik Danmark sin første grundlov?", "5. juni 1849"),
    ("Hvilket år fik kvinder stemmeret til Rigsdagen?", "1915"),
    ("Hvornår begyndte staten at sende radio?", "1. april 1925"),
    ("Hvilket år kom Danmark med i EF?", "1973"),
)
FLOOR_MOMENTS = (
    ("12.500 f.Kr.", "Rensdyrjægere"),
    ("4000 f.Kr.", "De første bønder"),
    ("3500 f.Kr.", "Dysserne"),
    ("1400 f.Kr.", "Solvognen"),
    ("400 f.Kr.", "Tollundmanden"),
    ("965", "Jellingstenen"),
    ("1241", "Jyske Lov"),
    ("1536", "Reformationen"),
    ("1849", "Grundloven"),
    ("1915", "Stemmeret til kvinder"),
    ("1945", "Befrielsen"),
    ("I dag", "Dig"),
)
