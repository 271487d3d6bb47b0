"""The English front page, about page and partners' page."""

from ..types import (
    Bar,
    Chart,
    Figure,
    Heading,
    Home,
    Moment,
    Picture,
    Quote,
    SitePage,
    Text,
    Timeline,
)

REPORT = "The report Model for temasamarbejde på de danske biblioteker 2.0"
NO_COUNT = "Number of answers not stated"
LIBRARY = "A library, evaluation 2017 (translated)"

HOME_ENGLISH = Home(
    language="en",
    title="The Libraries' Theme Collaboration",
    lead="Press the big button, and one theme begins all over Denmark",
    seo_description="""
    Public libraries all over Denmark share one theme at a time. Read the stories, find
    an idea and download the materials.
    """,
    hero=Picture(
        key="den-store-knap",
        shows="One large round button with rings reaching dots placed as a map",
        alt="""
        Drawing of a large, round button. Rings spread from it to small dots placed like
        a map of Denmark.
        """,
    ),
    body=(
        Heading("One button, many libraries"),
        Text(
            """
            The libraries have a name for what they gain by working together: the big
            button. When it is pressed, the same theme starts everywhere at once. The
            poster hangs in the window, the film runs on the screen, the books are on
            the table, and somebody is telling a story in the hall.

            Behind each press lies half a year of ideas, drawings and agreements. We do
            that work together, so that each library can spend its time with its guests.
            """
        ),
        Figure("79", "library systems took part, more than ever before", REPORT),
        Figure("600+", "activities were held in the two campaigns of 2017", REPORT),
        Figure(
            "90 %",
            "of guests learned something new or were set thinking",
            REPORT,
            NO_COUNT,
        ),
        Heading("Choose your door"),
        Text(
            """
            <b>Readers</b> will find stories, reading lists and films. Every book can be
            borrowed from a Danish library.

            <b>Libraries</b> will find ideas with hours and costs, and files ready for
            the printer, the screen and social media.

            <b>Partners</b> meet one collaboration that reaches every part of the
            country and can show its figures.
            """
        ),
        Quote(
            "The more practice we get with the themes, the easier it becomes", LIBRARY
        ),
    ),
)

ABOUT_ENGLISH = SitePage(
    key="about",
    slug="about",
    language="en",
    translation_of="om",
    title="About the collaboration",
    picture="den-store-knap",
    summary="""
    Why Danish public libraries run campaigns together, who does what, and how it began.
    """,
    body=(
        Text(
            """
            One library can make a good exhibition. Many libraries can make a national
            event. Together they have the strength to work with broadcasters, museums
            and archives, and the guest meets the same subject on television, at the
            museum and between the shelves.

            The aim is a better library for people in every municipality, not only where
            the staff is large. So posters, films, lists and ideas are made once and
            used in many places.
            """
        ),
        Heading("Who does what"),
        Text(
            """
            <b>Aalborg Libraries</b> coordinate. <b>The six central libraries</b>,
            Aalborg, Herning, Vejle, Odense, Roskilde and Gentofte, know the libraries
            of their areas and call them. <b>The libraries</b> hold the activities and
            share them. <b>National and local partners</b> give the theme its weight.
            """
        ),
        Timeline(
            "How a theme comes about",
            (
                Moment("1", "Workshop", "Libraries meet and find ideas together."),
                Moment("2", "Idea catalogue", "The best ideas are written out."),
                Moment("3", "Central productions", "What all need is made once."),
                Moment("4", "Graphic package", "One look in print and on screen."),
                Moment("5", "Campaign", "The big button is pressed."),
                Moment("6", "Evaluation", "Guests, libraries and partners answer."),
            ),
        ),
        Timeline(
            "How it has gone",
            (
                Moment("2014-15", "The model is developed"),
                Moment("2016", "The model in daily use"),
                Moment("2017", "Model 2.0: the two Stories of Denmark campaigns"),
                Moment("2018", "Version 3.0: Knowledge makes us"),
            ),
        ),
    ),
)

PARTNERS_ENGLISH = SitePage(
    key="for-partners",
    slug="for-partners",
    language="en",
    translation_of="for-partnere",
    title="For partners",
    summary="""
    One agreement, and your subject is under way in libraries all over the country.
    These are the figures of 2017.
    """,
    body=(
        Text(
            """
            If you have a cause that more people should discover, the libraries have the
            rooms, the books and people who are good at listening. In 2017 they worked
            with the broadcaster DR, the Secretariat of Historier om Danmark, the Nordea
            foundation, the National Museum, the state-recognised museums and the
            organisations of archives.
            """
        ),
        Heading("How far it reached"),
        Figure("79", "library systems took part, the highest number so far", REPORT),
        Figure("600+", "local activities", REPORT),
        Figure("26", "central productions", REPORT),
        Figure("9", "national net-media", REPORT),
        Figure(
            "+13 %",
            "loans of Danish history in Copenhagen, April to October 2017 against 2016",
            REPORT,
        ),
        Heading("What the guests said"),
        Chart(
            "So many of the guests",
            (
                Bar(90, "learned something new or were set thinking"),
                Bar(77, "found the theme relevant to their own lives"),
                Bar(71, "see it as the library's task to focus on themes"),
                Bar(70, "found it relevant to society"),
                Bar(69, "had noticed the theme elsewhere"),
                Bar(64, "have a different library experience with a theme"),
            ),
            REPORT,
            NO_COUNT,
        ),
        Heading("What the libraries said"),
        Chart(
            "So many of the libraries",
            (
                Bar(97, "found the theme good and relevant"),
                Bar(97, "find central coordination important"),
                Bar(92, "are satisfied with the coordination"),
                Bar(78, "are satisfied with the timetable"),
                Bar(55, "say that the campaigns save resources"),
            ),
            REPORT,
            NO_COUNT,
        ),
        Text(
            """
            The last figure is lower than the rest, and we show it on purpose. A
            campaign saves time when it replaces something, and costs time when it comes
            on top. We are working on it.
            """
        ),
        Heading("Talk to us"),
        Text(
            """
            Write two lines about your idea to
            <a href="mailto:post@example.dk">post@example.dk</a>, and the coordinator
            will answer.
            """
        ),
    ),
)
