"""The English story, a translation of the one about the dolmens."""

from ..types import Figure, Heading, Moment, Picture, Quote, Story, Text, Timeline

UNDER_THE_GRASS_ENGLISH = Story(
    key="under-the-grass",
    slug="under-the-grass-lies-the-land",
    campaign="tema-5",
    language="en",
    translation_of="under-graesset",
    title="Under the grass lies the land",
    summary="""
    The stone in the field has been there for more than 5,000 years. Somebody lifted it
    up, and nobody since has found a good reason to take it down.
    """,
    hero=Picture(
        key="dysse",
        shows="A round dolmen in a yellow field of corn under a wide sky",
        alt="Drawing of a dolmen with a large capstone in a yellow field of corn.",
    ),
    body=(
        Text(
            """
            The farmer drives around it. Every spring, when the field is harrowed, he
            leaves a curve around the low mound with the big stones, and every year the
            rose hips grow a little thicker. From the road it looks like an island in
            the corn. It is a grave, and it is older than the pyramids of Egypt.

            The Danish dolmens were built around 3500 BC. By then people had been
            farming for some centuries. They kept cattle and grew grain, they lived in
            houses of timber and clay, and almost nothing is left of the houses. What
            they built for the dead is still standing.
            """
        ),
        Heading("Ten tonnes of stone"),
        Text(
            """
            The boulders came with the ice. It dragged them from the mountains in the
            north and left them where it melted, and for thousands of years they were
            simply in the way. Then somebody had the idea of raising four or five of
            them on end, laying a flat one across the top and heaping earth around.

            A capstone usually weighs between six and ten tonnes. There was no iron, no
            wheel for that kind of weight and no crane. But there was rope, timber, oxen
            and time. Experiments have shown that a few people can do it if they agree
            on the direction. That may be the most impressive part: not the strength but
            the agreement.
            """
        ),
        Quote(
            "That may be the most impressive part: not the strength but the agreement.",
            "From the text",
        ),
        Heading("A house for the dead"),
        Text(
            """
            The first dolmens were closed. One person or a few lay inside, and nobody
            went in again. Later came the passage graves, with a long chamber and a
            passage, so that the door could be opened generation after generation. In
            some of them archaeologists have found the remains of close to a hundred
            people, and the bones have been moved about, as if the living had come to
            visit and made room.

            Why did they take the trouble? They left no word about it. But people who
            bury their dead in one place, and build something that can be seen from far
            away, are also saying: this is where we belong. That was new. The hunters
            moved with the animals. The farmers had a field.
            """
        ),
        Figure(
            "1 in 10",
            "About 25,000 dolmens were built. Roughly a tenth of them remain",
            "Niels H. Andersen and Palle Eriksen: Dysser uden høje, Skalk",
        ),
        Heading("Where did the rest go?"),
        Text(
            """
            Into church foundations, bridges, field walls and roads. In 1807 the country
            got a commission for antiquities, to save what could be saved. In 1937 every
            visible mound and stone grave came under protection. That is why the farmer
            drives around: two metres must be left unploughed.

            Most Danish municipalities have at least one. Ask at the library for the map
            of ancient monuments, bring something hot to drink, and put your hand on the
            capstone. It is cold, even in summer. It lies exactly where it was laid.
            """
        ),
        Timeline(
            "The age of the stone",
            (
                Moment("c. 4000 BC", "Farming reaches Denmark"),
                Moment("c. 3500 BC", "The first dolmens are built"),
                Moment("c. 3300 BC", "The passage graves follow"),
                Moment("1807", "The commission for antiquities is set up"),
                Moment("1937", "Visible monuments are protected by law"),
            ),
        ),
    ),
)
