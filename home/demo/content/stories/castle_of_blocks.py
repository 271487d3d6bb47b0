"""Story: the medieval castles that children build in Minecraft."""

from ..types import (
    Action,
    Figure,
    Heading,
    Ideas,
    Moment,
    Picture,
    Quote,
    ReadingLists,
    Story,
    Text,
    Timeline,
)

CASTLE_OF_BLOCKS = Story(
    key="borgen-af-klodser",
    slug="borgen-af-klodser",
    campaign="tema-5",
    title="Borgen af klodser",
    summary="""
    En middelalderborg er svær at forestille sig ud fra en græsbanke. Byg den i
    Minecraft, så opdager man hurtigt, hvorfor tårnet står, hvor det står.
    """,
    hero=Picture(
        key="klodsborg",
        shows="""
        En middelalderborg bygget af kvadratiske klodser på en banke med voldgrav og bro
        """,
        alt="""
        Tegning af en borg bygget af klodser. Den står på en banke med en voldgrav og
        en lille bro.
        """,
    ),
    body=(
        Text(
            """
            Der er voldsteder over hele Danmark. På skiltet står der, at her lå en borg,
            og det, man kan se, er en rund bakke, en fugtig grøft og nogle får. Det
            kræver god vilje. Men giv den samme bakke til en tiårig med Minecraft på
            skærmen, og der går ikke længe, før nogen spørger, hvor porten var.

            At bygge middelalderborge i Minecraft er en af de aktiviteter, bibliotekerne
            selv nævner fra kampagnerne i 2017. Den virker, fordi den vender opgaven om.
            Man får ikke fortalt, hvordan en borg så ud. Man skal beslutte det, og så må
            man vide noget.
            """
        ),
        Heading("Først bakken, så stenene"),
        Text(
            """
            De ældste borge i landet var af træ. Man kastede en banke op, satte et tårn
            på toppen og gravede en grav udenom. Det gik hurtigt, og det brændte lige så
            hurtigt ned. Fra midten af 1100-tallet lærte man at brænde tegl, og så blev
            der bygget i mursten, først i kirker og klostre, siden i mure og tårne.

            Bag en borg ligger der en række praktiske spørgsmål. Hvor kommer vandet fra?
            Hvem skal bo her, når der ikke er krig? Hvad gør man ved røgen? Hvor langt
            kan en pil nå? Det er de spørgsmål, børnene kommer til, når muren er rejst,
            og den første har glemt at lave en dør.
            """
        ),
        Quote(
            """
            Man får ikke fortalt, hvordan en borg så ud. Man skal beslutte det, og så må
            man vide noget.
            """,
            "Fra teksten",
        ),
        Heading("Tre at låne fra"),
        Text(
            """
            <b>Hammershus</b> på Bornholm er en af Nordeuropas største borgruiner. Den
            ligger på klipper over havet, og man ser straks, hvad beliggenhed betyder.

            <b>Kalø</b> ved Aarhus Bugt blev bygget af kong Erik Menved fra 1313 for at
            holde styr på jyderne. Man kommer derud ad en stensat vej gennem vandet. To
            hundrede år senere sad Gustav Vasa fange her, til han slap væk og blev konge
            af Sverige.

            <b>Gåsetårnet</b> i Vordingborg står endnu med sin gyldne gås på spiret.
            Rundt om ligger fundamenterne af en af rigets store kongeborge, og man kan
            gå dem efter med et stykke papir og en blyant.
            """
        ),
        Picture(
            key="borg-plan",
            shows="""
            Grundplan på kvadreret papir: borgbanke, voldgrav, ringmur, port, tårn og
            brønd
            """,
            alt="""
            Tegnet grundplan på kvadreret papir med ringmur, port, tårn, brønd og
            voldgrav.
            """,
            caption="Begynd på papir. En tern er en klods, og en klods er en meter.",
        ),
        Heading("En klods er en meter"),
        Text(
            """
            Minecraft har et godt mål: En klods er en meter på hver led. Så kan man
            bygge i fuld størrelse og mærke, at en mur på to meter faktisk er tyk. I
            2014 lagde Geodatastyrelsen hele Danmark ud i spillet i samme mål, bakke for
            bakke. Modellen er siden taget af nettet, men idéen er god: Et kort kan være
            noget, man går rundt i.

            Sådan plejer en eftermiddag at forløbe: Et kvarter med billeder og en
            grundplan. En halv time på papir. Halvanden time ved skærmene, to og to. Til
            sidst en rundvisning, hvor hver gruppe viser sin borg og fortæller, hvor
            fjenden ville prøve. Det sidste er det bedste.
            """
        ),
        Figure(
            "4.000 mia.",
            "klodser var Danmark bygget af i Geodatastyrelsens model",
            "Politiken, november 2020",
        ),
        Timeline(
            "Borgenes tid",
            (
                Moment("Omkring 1160", "De første bygninger af mursten i Danmark"),
                Moment(
                    "1160'erne", "Absalon bygger borg ved Havn, det senere København"
                ),
                Moment("1313", "Erik Menved begynder at bygge Kalø"),
                Moment("1519", "Gustav Vasa flygter fra Kalø"),
                Moment("2014", "Hele Danmark kan bygges om i Minecraft"),
            ),
        ),
        Ideas("Hold din egen eftermiddag", ("minecraft-borg",)),
        ReadingLists("Læs mere", ("fra-flint-til-faestning", "guder-og-vikinger")),
        Action(
            "Byg den i næste uge",
            "Idéen har trin, tid og liste over det, I skal bruge.",
            "Se idéen",
            "idea:minecraft-borg",
        ),
    ),
)
