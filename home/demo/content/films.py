"""The collaboration's own films: drawn and silent, to run in a hall or on a screen."""

from .types import Cue, Film

FILMS = (
    Film(
        key="under-graesset",
        slug="filmen-under-graesset",
        campaign="tema-5",
        production="filmklip-under-graesset",
        title="Under græsset",
        summary="""
        Jorden åbner sig lag for lag, fra plænen til flintøksen. Et halvt minut til
        infoskærmen.
        """,
        transcript="""
        Filmen er tegnet og har ingen lyd. Vi ser en græsplæne, som skæres igennem, så
        jordens lag kommer til syne. I det øverste lag ligger en mønt, længere nede et
        bronzespænde og nederst en økse af flint. Så løfter billedet sig igen, og på
        græsset står en stendysse. Til sidst står der: Hvad ligger der under dig?
        """,
        length_note="24 sekunder, uden lyd, kan køre i sløjfe",
        alt="Tegnet snit gennem jorden med ting fra fortiden i hvert lag.",
        cues=(
            Cue(0, 4, "Det ligner en almindelig græsplæne.", "Grønt græs, lys himmel"),
            Cue(4, 8, "Lidt nede: en mønt fra middelalderen.", "Okkerlag med mønt"),
            Cue(
                8,
                12,
                "Dybere: et spænde af bronze.",
                "Mørkt tørvelag med bronzespænde",
            ),
            Cue(
                12,
                16,
                "Nederst: en økse af flint.",
                "Lyst kridtlag med flintøkse",
            ),
            Cue(
                16,
                20,
                "Stenene ovenpå har stået her i over 5.000 år.",
                "Op igen: stendysse på græsset",
            ),
            Cue(20, 24, "Hvad ligger der under dig?", "Temaets navn og den store knap"),
        ),
    ),
    Film(
        key="bogen-blader",
        slug="filmen-bogen-blader",
        campaign="tema-6",
        production="filmklip-bogen-blader",
        title="Bogen blader",
        summary="""
        En bog slår sig selv op og blader gennem fem hundrede år. Det sidste blad er
        blankt.
        """,
        transcript="""
        Filmen er tegnet og har ingen lyd. En lukket bog åbner sig, og bladene folder
        sig ud som en vifte. På de første ses en trykpresse og et sejlskib, på de næste
        et paragraftegn, en cykel og en radio. Det sidste blad er tomt, og en blyant
        lægger sig på det. Til sidst står der: Resten skriver du.
        """,
        length_note="24 sekunder, uden lyd, kan køre i sløjfe",
        alt="En tegnet bog, der folder sine blade ud som en vifte.",
        cues=(
            Cue(0, 4, "Historien begynder med en bog.", "Lukket bog på rødt"),
            Cue(4, 8, "Ord kan trykkes. Skibe sejler ud.", "Trykpresse og sejlskib"),
            Cue(8, 12, "1849: Danmark får en grundlov.", "Stort paragraftegn"),
            Cue(
                12,
                16,
                "Man får cykel. Man får radio.",
                "Cykel ruller forbi en radio",
            ),
            Cue(16, 20, "Det sidste blad er tomt.", "Blankt blad, en blyant lægges"),
            Cue(20, 24, "Resten skriver du.", "Temaets navn og den store knap"),
        ),
    ),
    Film(
        key="radioen-i-stuen",
        slug="filmen-radioen-i-stuen",
        campaign="tema-6",
        production="film-radioen-i-stuen",
        title="Radioen i stuen",
        summary="""
        En stue, en radio og en aften i maj. En stille film, der får folk til at
        fortælle.
        """,
        transcript="""
        Filmen er tegnet og har ingen lyd. I en mørk stue lyser skalaen på en radio, og
        buer som lyd breder sig fra den. Gardinerne er trukket for. Så går de fra, det
        ene efter det andet, og i vinduerne tændes stearinlys. Til sidst står der: Hvad
        hørte I derhjemme?
        """,
        length_note="24 sekunder, uden lyd, kan køre i sløjfe",
        alt="En tegnet radio lyser i en mørk stue, mens lys tændes i vinduerne.",
        cues=(
            Cue(0, 4, "Radioen stod på hylden.", "Mørk stue, lysende skala"),
            Cue(4, 8, "Når den talte, tav alle andre.", "Buer breder sig fra radioen"),
            Cue(8, 12, "I krigen lyttede man bag gardinerne.", "Gardiner trækkes for"),
            Cue(
                12,
                16,
                "Den 4. maj 1945 kom beskeden fra London.",
                "Buerne bliver store og lyse",
            ),
            Cue(16, 20, "Folk satte lys i vinduerne.", "Stearinlys tændes ét for ét"),
            Cue(20, 24, "Hvad hørte I derhjemme?", "Temaets navn og den store knap"),
        ),
    ),
    Film(
        key="aaen-finder-vej",
        slug="filmen-aaen-finder-vej",
        campaign="vores-natur",
        production="film-aaen-finder-vej",
        title="Åen finder vej",
        summary="""
        En lige streg bliver til en å med sving. Tegnet efter historien om Skjern Å.
        """,
        transcript="""
        Filmen er tegnet og har ingen lyd. En å slynger sig gennem enge. Så rettes den
        ud til en lige streg, og engene bliver til firkantede marker. Efter en pause
        bøjer stregen sig igen, først lidt, så mere, og markerne bliver grønne og våde.
        En hejre lander i sivene. Til sidst står der: Vand vil helst gå i sving.
        """,
        length_note="24 sekunder, uden lyd, kan køre i sløjfe",
        alt="En tegnet å skifter fra sving til lige streg og tilbage til sving.",
        cues=(
            Cue(0, 4, "En å, der får lov, går i sving.", "Bugtende å i grønne enge"),
            Cue(
                4,
                8,
                "1962 til 1968: Skjern Å bliver rettet ud.",
                "Åen strækkes til en lige kanal",
            ),
            Cue(8, 12, "Engene blev til marker.", "Firkantede marker i gult"),
            Cue(
                12,
                16,
                "1999: Det første spadestik den anden vej.",
                "Stregen begynder at bøje",
            ),
            Cue(16, 20, "Svingene kom igen, og fuglene med.", "En hejre lander i siv"),
            Cue(
                20,
                24,
                "Vand vil helst gå i sving.",
                "Temaets navn og den store knap",
            ),
        ),
    ),
)
