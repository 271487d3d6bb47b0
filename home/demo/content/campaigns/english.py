"""The English side of the three campaigns: title, summary and a short body."""

from ..types import (
    CampaignTranslation,
    Figure,
    Heading,
    Moment,
    Quote,
    Stories,
    Text,
    Timeline,
)

REPORT = "The report Model for temasamarbejde på de danske biblioteker 2.0"
NO_COUNT = "Number of answers not stated"
GUEST = "A library guest, evaluation 2017 (translated)"

TRANSLATIONS = (
    CampaignTranslation(
        campaign="tema-5",
        slug="stone-age-to-middle-ages",
        title="Stories of Denmark – Stone Age to Middle Ages",
        subtitle="Stone Age to Middle Ages",
        season="Spring 2017",
        dates_label="The report says spring 2017. The weeks are an example.",
        focus="Historic places",
        summary="""
        The past lies under the grass. Follow Danish history from the first hunters to
        the medieval towns, begin at the place nearest you, and go on at the library.
        """,
        hero_alt="""
        Drawing of a dolmen on a grassy mound. Below it the earth lies in broad layers.
        """,
        body=(
            Heading("Why now"),
            Text(
                """
                In the spring of 2017 the Danish Broadcasting Corporation tells the
                history of Denmark in prime time, and museums, archives and libraries
                all over the country go along. A story of that size needs places where
                people can go afterwards. The library is one of them: here is the book
                when the programme ends, and somebody who will gladly find the answer
                that television had no time for.
                """
            ),
            Heading("Places you can touch"),
            Text(
                """
                A dolmen in a field of corn has stood there for more than 5,000 years. A
                rune stone was carved while people still remembered the dead. The mound
                behind the car park once carried a tower. The campaign begins with such
                places and asks who used them, and why they are still here.
                """
            ),
            Stories("Read the story", ("under-the-grass",)),
            Timeline(
                "From ice to town",
                (
                    Moment("c. 12,500 BC", "Reindeer hunters arrive"),
                    Moment("c. 4000 BC", "The first farmers"),
                    Moment("c. 3500 BC", "The dolmens are raised"),
                    Moment("c. 1400 BC", "The Sun Chariot"),
                    Moment("c. 700", "Ribe, the oldest town"),
                    Moment("c. 965", "Harald's stone at Jelling"),
                    Moment("1241", "The Law of Jutland"),
                    Moment("1397", "The Kalmar Union"),
                ),
            ),
            Figure("79", "library systems took part", REPORT),
        ),
    ),
    CampaignTranslation(
        campaign="tema-6",
        slug="renaissance-to-today",
        title="Stories of Denmark – Renaissance to today",
        subtitle="Renaissance to today",
        season="Autumn 2017",
        dates_label="The report says autumn 2017. The weeks are an example.",
        focus="Your own history and memories",
        summary="""
        The great history begins in a drawer at home. From the printing press to the
        wireless in the living room: bring your own story and find the time it belongs
        to.
        """,
        hero_alt="Drawn leaves of a book in red, green and paper, spread like a fan.",
        body=(
            Heading("Why now"),
            Text(
                """
                In spring it was about places. Now it is about us. The autumn campaign
                goes from Renaissance castles and printed books by way of absolute
                monarchy and the constitution of 1849 to the years that somebody in the
                family can remember. That is where history turns into something you own.
                """
            ),
            Quote(
                """
                What it has set going is very much the question of what we come from,
                and where we come from. I have come to think about that more.
                """,
                GUEST,
            ),
            Heading("The great and the small"),
            Text(
                """
                A paragraph written in the capital decided whether a farm hand had a
                vote. A war lost at Dybbøl moved a border across somebody's kitchen
                table. The libraries set out the tables, the books and the coffee, and
                ask people to bring an object, a photograph or a memory. The local
                archive comes along, for some of it is worth keeping.
                """
            ),
            Timeline(
                "Five hundred years",
                (
                    Moment("1536", "The Reformation"),
                    Moment("1660", "Absolute monarchy"),
                    Moment("1814", "School for all children"),
                    Moment("1849", "The first free constitution"),
                    Moment("1864", "Defeat at Dybbøl"),
                    Moment("1915", "Women and servants get the vote"),
                    Moment("1925", "Public radio"),
                    Moment("1945", "Liberation"),
                    Moment("1973", "Into the European Community"),
                ),
            ),
            Figure(
                "77 %",
                "of guests found the theme relevant to their own lives",
                REPORT,
                NO_COUNT,
            ),
        ),
    ),
    CampaignTranslation(
        campaign="vores-natur",
        slug="our-nature",
        title="Our nature",
        subtitle="Our nature",
        season="On now",
        dates_label="The dates follow the day on which the example was loaded.",
        focus="The wild just outside the door",
        summary="""
        There is nature in the crack between the paving stones. Stop, find its name,
        borrow the book and take a walk with the library. An example campaign that is
        always on.
        """,
        hero_alt="""
        Drawing of green meadows and blue water in waves, a heron in the reeds.
        """,
        body=(
            Heading("Why now"),
            Text(
                """
                There is nature right outside the library: plantain in the pavement, a
                swift above the roofs, a birch by the bicycle stand. Most of us walk
                past. For some weeks we stop and give things their proper names, for the
                person who knows what a bird is called will see it more often.
                """
            ),
            Heading("It can go both ways"),
            Text(
                """
                Much has gone, and some of it has come back. The river Skjern Å has its
                bends again after being straightened in the 1960s. The beaver builds its
                dams after centuries away, and the white-tailed eagle breeds here once
                more. That is worth knowing.
                """
            ),
            Timeline(
                "Nature in years",
                (
                    Moment("1761", "Flora Danica begins"),
                    Moment("1917", "The first law to protect nature"),
                    Moment("1968", "The Skjern Å has been straightened"),
                    Moment("1999", "The beaver is set free at Klosterheden"),
                    Moment("2002", "The river bends again"),
                    Moment("2008", "Thy, the first national park"),
                ),
            ),
        ),
    ),
)
