"""Story: the rune stones in Jelling."""

from ..types import (
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

JELLING = Story(
    key="jelling",
    slug="runestenen-i-jelling",
    campaign="tema-5",
    title="Runestenen i Jelling",
    summary="""
    En konge ville huskes for sine forældre, sit rige og sin tro. Han fik det hugget i
    en sten på ti ton, og du har den i lommen, hver gang du rejser.
    """,
    hero=Picture(
        key="jellingsten",
        shows="""
        Den store Jellingsten i forenklet form med båndslyng og det store dyr, to høje
        og en hvid kirke bagved
        """,
        alt="""
        Tegning af den store runesten i Jelling med slyngede bånd. Bag den ligger to
        høje og en hvid kirke.
        """,
    ),
    body=(
        Text(
            """
            Uden for kirkedøren i Jelling står to sten bag glas. Den mindste er grå og
            lidt skæv. Den største er næsten to en halv meter høj, har tre sider og ser
            ud, som om nogen har lagt et tæppe hen over den: slyngede bånd, et stort
            dyr, en mand med udbredte arme. Regn og frost har slidt på dem i mere end
            tusind år. I 2011 fik de hver sit hus af bronze og glas, så de kan holde
            tusind år til.
            """
        ),
        Heading("Far, mor og landet"),
        Text(
            """
            Den lille sten er den ældste. Kong Gorm lod den rejse over sin dronning,
            Thyra, og han kaldte hende Danmarks bod, det vil sige landets pryd eller
            hjælp. Det er første gang, navnet Danmark står skrevet i Danmark.

            Den store rejste deres søn, Harald, som vi kalder Blåtand. Hans indskrift er
            en gravskrift, et regnskab og en kundgørelse på én gang. På nutidsdansk
            lyder den omtrent sådan:
            """
        ),
        Quote(
            """
            Kong Harald bød gøre disse kumler efter Gorm, sin far, og Thyra, sin mor.
            Den Harald, som vandt sig hele Danmark og Norge og gjorde danerne kristne.
            """,
            "Den store Jellingsten, omkring 965",
        ),
        Text(
            """
            Man lægger mærke til, hvad han når. Først forældrene. Så magten. Til sidst
            troen, og den fylder mest på stenen, for den ene side er et billede af
            Kristus. Han hænger ikke på et kors. Han står med armene ud, viklet ind i
            bånd, som var han vokset frem af et træ. Stenen har været malet i stærke
            farver. Det må have været et syn.
            """
        ),
        Heading("En plads, der skulle ses"),
        Text(
            """
            Stenene står midt mellem to høje, som er omkring ti meter høje. Den nordlige
            havde et gravkammer af træ fra vinteren 958 til 959. Det ved vi, fordi
            årringene i træet kan tælles. Under højene ligger resterne af en endnu ældre
            stensætning med form som et skib, og rundt om det hele gik en palisade af
            egestolper, cirka 360 meter på hver led.

            Der var ingen fjende at holde ude. Muren var en besked. Den, der kom gående,
            skulle forstå, hvem der boede her, inden han nåede porten. I dag er
            palisaden markeret med hvide stolper i byen, og man kan gå hele vejen rundt
            på en halv time.
            """
        ),
        Figure(
            "1994",
            """
            kom højene, stenene og kirken i Jelling på verdensarvslisten som det første
            sted i Danmark
            """,
            "UNESCO's verdensarvsliste",
        ),
        Heading("Seksten tegn"),
        Text(
            """
            Runerne på stenene hører til det alfabet, der hedder den yngre futhark. Det
            har kun seksten tegn, så den samme rune må klare flere lyde, og læseren må
            gætte sig frem. Det er lettere, end det lyder. Når man har lært sit eget
            navn og ordet konge, er man godt i gang, og børn er ofte hurtigere end
            voksne.

            Figuren fra den store sten ligger i øvrigt i mange skuffer. Slå op i et
            dansk pas, og find manden med de udbredte arme. Han har rejst længere end
            nogen viking.
            """
        ),
        Timeline(
            "Jelling år for år",
            (
                Moment("Før 958", "Gorm rejser stenen over Thyra"),
                Moment("958-959", "Gravkammeret i Nordhøjen bygges"),
                Moment("Ca. 965", "Harald rejser den store sten"),
                Moment("1994", "Jelling bliver verdensarv"),
                Moment("2011", "Stenene får deres huse af bronze og glas"),
                Moment("2018", "Palisaden kommer med på verdensarvslisten"),
            ),
        ),
        Ideas("Gør det sammen", ("skriv-med-runer", "skattejagt")),
        ReadingLists("Læs mere", ("guder-og-vikinger", "de-gamle-fortaellinger")),
    ),
)
