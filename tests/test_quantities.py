from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.numbers import digits
from depesche.quantities import Quantity, find, same


def one(text: str, lang: str) -> Quantity:
    (found,) = find(text, lang)
    return found


COUNTED = {  # of each number its value, its unit, and "th" where it gives a place in an order
    "de": """
        Die Wirtschaft schrumpfte mit minus 4,2 Prozent. = -4.2 %
        Der Index steht bei -0,8 %. = -0.8 %
        Nachts waren es −7 °C auf der Zugspitze. = -7 °C
        Im Tal zeigte das Thermometer –15 Grad. = -15 degree
        In Sibirien maß man 45 Grad minus. = -45 degree
        Bei acht Grad unter null froren die Rohre. = -8 degree
        Der Saldo lag bei minus zwei Millionen Euro. = -2000000 EUR
        Das Konto wies -350 Euro auf. = -350 EUR
        Die Werte lagen zwischen -5 und 3 Grad. = -5 degree, 3 degree
        Das Ergebnis hat eine Fehlerspanne von plus/minus 3 Prozent. = 3 %
        Die Spanne beträgt plus oder minus zwei Punkte. = 2
        Die Saison 2019-20 war lang. = 2019, 20
        Die Autobahn A-12 ist gesperrt. = 12
        Es dauert zwischen drei Tagen und 5 Stunden. = 3 day, 5 hour
        Er blieb ein Jahr und drei Freunde halfen ihm. = 3
        Er rechnet mit 5-6 Wochen. = 5 week, 6 week
        Minus 18 Grad hält das Eisfach. = -18 degree
        Es waren 20 Grad, minus 5 in der Nacht. = 20 degree, -5
        Der Zug fährt 250 Kilometer pro Stunde. = 250 km/h
        Der Zug fährt 250 Kilometer in der Stunde. = 250 km/h
        Der Sturm blies mit 30 Metern pro Sekunde. = 30 m/s
        Die Sonde fliegt 11 Kilometer pro Sekunde. = 11 km/s
        Er wandert 20 Kilometer pro Tag. = 20 km
        Das Boot schafft 40 Meilen pro Stunde. = 40 mph
        Sie tippt 300 Anschläge pro Minute. = 300
        Wir brauchen zwischen 7 und 9 Milliarden Euro. = 7000000000 EUR, 9000000000 EUR
        Zwischen drei und vier Millionen Menschen flohen. = 3000000, 4000000
        Der Gewinn sank von 80 auf 60 Millionen Dollar. = 80000000 dollar, 60000000 dollar
        Die Zahl stieg von 12 auf 15 Millionen. = 12000000, 15000000
        Die Quote fiel von 20 auf 15 Prozent. = 20 %, 15 %
        Gekommen sind 5 Leute und 6 Millionen Mücken. = 5, 6000000
        Er nannte 5 und 6 Millionen als Ziel. = 5, 6000000
        Er zahlt 5 oder 6 Millionen Franken. = 5000000 CHF, 6000000 CHF
        Es geht um 10 bis 12 Mrd. Euro. = 10000000000 EUR, 12000000000 EUR
        Es waren zwei- bis dreihundert Gäste. = 200, 300
        Die Investitionen sind 2015 auf 221 Milliarden Dollar gestiegen. = 2015, 221000000000 dollar
        Bis 2040 auf 40 Prozent soll der Anteil steigen. = 2040, 40 %
        Zwischen 500 und 1 Million Euro ist alles möglich. = 500 EUR, 1000000 EUR
        Eine Viertelmillion Euro fehlt. = 250000 EUR
        Eine Dreiviertelmillion Zuschauer sah zu. = 750000
        Die Notenbank senkt um einen Viertelprozentpunkt. = 0.25 pp
        Nach einer Viertelstunde war Schluss. = 0.25 hour
        Eine Dreiviertelstunde dauerte die Rede. = 0.75 hour
        Ein Viertelliter Wein stand da. = 0.25 l
        Ein Viertel einer Million fehlt. = 250000
        Ein Zehntel eines Prozents entscheidet. = 0.1 %
        Die Inflation liegt bei zwei Komma fünf Prozent. = 2.5 %
        Null Komma drei Prozent Wachstum meldet das Amt. = 0.3 %
        Eins Komma zwei Millionen Menschen leben dort. = 1200000
        Er setzte ein Komma, zwei Punkte und drei Striche. = 2, 3
        Ein gutes Drittel blieb zu Hause. = 1/3
        Ein knappes Viertel der Wähler zögert. = 1/4
        Einer von vier Schülern raucht. = 1/4
        Nur eine von fünf Frauen arbeitet. = 1/5
        Drei von zehn Haushalten sparen. = 3/10
        Er war einer von fünf Verletzten. = 5
        Sie holten drei von vier Punkten. = 3, 4
        Es kamen 1 200 Gäste. = 1200
        In Österreich gab es 4 567 Fälle, in Kärnten 3 210. = 4567, 3210
        Er zahlte der Firma 45 600 Franken. = 45600 CHF
        Sie wohnt in Bremen. 12 500 Menschen kamen. = 12500
        Im Jahr 1990 12 000 Tonnen zu fördern war viel. = 1990, 12000 t
        Köln zählt 1 073 096 Einwohner. = 1073096
        Einer von drei Tätern wurde gefasst. = 3
        Zwei von drei Söhnen starben früh. = 2, 3
        Drei von zehn Deutschen arbeiten zu Hause. = 3/10
        Nach 20 Kilometern zahlte er 30 Pfund. = 20 km, 30 GBP
        Schwer verletzt lag er da, 50 Pfund waren gestohlen. = 50 GBP
        Der Hecht war zwölf Pfund schwer. = 12 lb
        Er kaufte 50 Pfund Sprengstoff. = 50 lb
        Er zahlte 12 500 Euro. = 12500 EUR
        Es waren rund 20 000 Menschen. = 20000
        Auf Platz 3 200 Meter vor dem Ziel lag er. = 3, 200 m
        In Halle 4 300 Aussteller zu zählen war mühsam. = 4, 300
        Der Wert beträgt 3 456 789 Euro. = 3456789 EUR
        Das Werk liefert 12 Gigawattstunden. = 12 GWh
        Der Umsatz lag bei T€ 250. = 250000 EUR
        Der Umsatz lag bei 250 TEUR. = 250000 EUR
        Papst Pius X. starb im Sommer. = 10 th
        Kaiser Karl V. dankte ab. = 5 th
        Heinrich VIII. heiratete wieder. = 8 th
        Die Steuer steigt um ein Prozent. = 1 %
        Der Kaffee kostet einen Euro. = 1 EUR
        Die Last wiegt eine Tonne. = 1 t
        Der Weg ist einen Kilometer lang. = 1 km
        Der Zins sank um einen Prozentpunkt. = 1 pp
        Der Zins sank um einen halben Prozentpunkt. = 0.5 pp
        Er verlor ein halbes Prozent. = 0.5 %
        Ein volles Prozent betrug der Abstand. = 1 %
        Der Barrel kostet 80 Dollar das Fass. = 80 dollar
        Siebeneinhalb Millionen Euro fehlen. = 7500000 EUR
        Achteinhalb Stunden dauerte die Sitzung. = 8.5 hour
        Um neuneinhalb Prozent stieg die Miete. = 9.5 %
        Zehneinhalb Kilometer waren es noch. = 10.5 km
        Zwölfeinhalb Tonnen wog der Kran. = 12.5 t
        Eineinviertel Liter passen hinein. = 1.25 l
        Zweidreiviertel Stunden vergingen. = 2.75 hour
        Anderthalb Jahre dauerte es. = 1.5 year
        Die Miete ist anderthalbmal so hoch. = 1.5 times
        Das Licht ist fünfzigmal heller. = 50 times
        Die Last ist zweieinhalbfach. = 2.5 times
        Das dreifache Gehalt lockt. = 3 times
        Eine zehnfache Dosis ist tödlich. = 10 times
        Das Rad kostet 1.250,- Euro. = 1250 EUR
        Das Rad kostet 99,– €. = 99 EUR
        Der Regen brachte 350mm. = 350 mm
        Das Heft kostet 50 Rappen. = 50 rappen
        Die Marke kostete zehn Pfennig. = 10 pfennig
        Das Brot kostete drei Groschen. = 3 groschen
        Er schuldete ihm hundert Gulden. = 100 guilder
        Er gab ihm 20 Taler. = 20 thaler
        Die Bibel kostete 8 Thlr. = 8 thaler
        Er fand sieben Dukaten. = 7 ducat
        Die Zentralbank hob um 75 Basispunkte an. = 75 bp
        Er hatte 1,2 Promille im Blut. = 1.2 ‰
        Die Pille enthält 50 Mikrogramm. = 50 µg
        Der Sack wog zwei Zentner. = 2 cwt
        Die Strafe betrug 500 kanadische Dollar. = 500 CAD
        Der Fonds verwaltet 3 Milliarden australische Dollar. = 3000000000 AUD
        Das Baby wog sieben Pfund. = 7 lb
        Sie kaufte zwei Pfund Butter. = 2 lb
        Das Ticket kostet zwölf Pfund. = 12 GBP
        Er hat zehn Pfund abgenommen. = 10 lb
        Die Rechnung betrug 30 Pfund Sterling. = 30 GBP
        Die halbstündige Rede ermüdete. = 0.5 hour
        Das 49-Euro-Ticket bleibt. = 49 EUR
        Der Tank fasst 2 1/2 Liter. = 2.5 l
        Drei Viertel der Fläche brannten. = 3/4
        Dreiviertel der Fläche brannten. = 3/4
        Der Dienst ist 24/7 erreichbar. = 24, 7
        Die Temperaturen stiegen von minus 3 auf plus 5 Grad. = -3 degree, 5 degree
        Rund 0,5 bis 1 Million Menschen zogen um. = 500000, 1000000
        Vierzig Komma fünf Millionen stimmten ab. = 40500000
        Am 3. Mai 1945 – 20 Jahre danach – kam er. = 3, 1945, 20 year
        In den 50er- und -60er-Jahren war es so. = 50, 60
        Zehn- bis zwanzigtausend Leute kamen. = 10000, 20000
        Die Rechnung wog schwer: 300 Pfund Sterling. = 300 GBP
    """,
    "en": """
        He stood 10 feet 6 men away. = 10 ft, 6
        Prices were a third above the average. = 1/3
        Costs are a fifth lower. = 1/5
        A third attempt failed. = 3 th
        Output changed by minus 4.2 percent. = -4.2 %
        The index stands at -0.8%. = -0.8 %
        It was −7°C on the peak. = -7 °C
        The valley saw –15 degrees overnight. = -15 degree
        It was eight degrees below zero. = -8 degree
        It fell to -12C at night. = -12 °C
        The balance was minus two million euros. = -2000000 EUR
        The account showed -$350. = -350 dollar
        The account showed $-350. = -350 dollar
        Cash flow was -€2.5bn. = -2500000000 EUR
        Cash flow was -2.5bn euros. = -2500000000 EUR
        Earnings went from -$6 to -$5 million. = -6000000 dollar, -5000000 dollar
        The margin of error is plus or minus 3 percentage points. = 3 pp
        The error is plus/minus 3 percent. = 3 %
        The 2019-20 season was long. = 2019, 20
        It takes 5-6 weeks. = 5 week, 6 week
        They flew an F-16 and a B-52. = 16, 52
        Minus 40 degrees is the same in both. = -40 degree
        It was 5 degrees Fahrenheit in Fargo. = 5 °F
        The train does 250 kilometres an hour. = 250 km/h
        The train does 150 miles an hour. = 150 mph
        The gust hit 30 metres per second. = 30 m/s
        The car gets 30 miles per gallon. = 30 mi
        He walks 20 miles a day. = 20 mi
        She types 300 words per minute. = 300
        1.2m people fled. = 1200000
        The 1.2m people who fled came back. = 1200000
        She won the 1500m women's final. = 1500 m
        He lost at the 800m World Championships. = 800 m
        He won the 3m men's springboard. = 3 m
        It has room for 2m tall people. = 2 m
        They were 6m long cars. = 6 m
        The 15m trees fell. = 15 m
        In Sudan 8 250 people fled. = 8250
        On May 5 200 people came. = 5, 200
        Kenya hosts 512 494 of them, Uganda 1 529 904. = 512494, 1529904
        One of five suspects was arrested. = 5
        Two of three sons died. = 2, 3
        Nearly one of three adults smokes. = 1/3
        One in five was hurt. = 1/5
        He paid 20 pounds for a heavy coat. = 20 GBP
        The stone cost 300 pounds. = 300 GBP
        They found 500 pounds in cash and a kilogram of heroin. = 500 GBP, 1 kg
        Grammar schools get 4,000 pounds each. = 4000 GBP
        A man weighing 300 pounds fell. = 300 lb
        They took 500 pounds of ammunition. = 500 lb
        Some 3.5m registered voters stayed away. = 3500000
        More than 2m Syrians left. = 2000000
        They shipped 5m tonnes of grain. = 5000000 t
        It has 2.4m followers, up from 1.9m in 2021. = 2400000, 1900000, 2021
        Population: 8.4m. = 8400000
        A crowd of 1.2m lined the streets. = 1200000
        The band sold more than 2.1m tickets. = 2100000
        The jobless total rose by 35,000 to 1.72m. = 35000, 1720000
        It sold a 2m cable. = 2 m
        The crowd was 5m away. = 5 m
        The crowd saw him jump 8.2m. = 8.2 m
        She counted 3,000 steps. The wall grew from 5m to 7m. = 3000, 5 m, 7 m
        It grew by 0.2% in the third quarter from the second and 2.1% in the year. = 0.2 %, 3 th, 2 th, 2.1 %
        Its dividend rose by 3p to 12.5p. = 3 cent, 12.5 cent
        The wall is 2m high. = 2 m
        She won the 100m final. = 100 m
        He swam 50m in the pool. = 50 m
        It cost 20m rand. = 20000000 ZAR
        It cost $5m-6m. = 5000000 dollar, 6000000 dollar
        It cost $5-6m. = 5000000 dollar, 6000000 dollar
        It cost $5-6 million. = 5000000 dollar, 6000000 dollar
        It cost $5 to $6 million. = 5000000 dollar, 6000000 dollar
        It cost $5 to 6 million. = 5000000 dollar, 6000000 dollar
        It cost £5-10bn. = 5000000000 GBP, 10000000000 GBP
        It cost between 5 and 6 million dollars. = 5000000 dollar, 6000000 dollar
        Between seven and nine billion euros is needed. = 7000000000 EUR, 9000000000 EUR
        It fell from 80 to 60 million. = 80000000, 60000000
        There were 5 people and 6 million dollars. = 5, 6000000 dollar
        He named 5 and 6 million as goals. = 5, 6000000
        Two or three hundred guests came. = 200, 300
        Three to four thousand guests came. = 3000, 4000
        It rose from $500 to $1 million. = 500 dollar, 1000000 dollar
        A quarter of a million pounds is missing. = 250000 GBP
        Three quarters of a million pounds is missing. = 750000 GBP
        A quarter million pounds is missing. = 250000 GBP
        Half a million dollars is missing. = 500000 dollar
        One and a half million people fled. = 1500000
        Two and a half billion euros went. = 2500000000 EUR
        It took an hour and a half. = 1.5 hour
        It took a year and a half. = 1.5 year
        It took two and three quarters hours. = 2.75 hour
        A million and a half euros went. = 1500000 EUR
        He ran one and a half miles. = 1.5 mi
        It rose .5 percent. = 0.5 %
        It cost $.50. = 0.5 dollar
        Growth was three point two percent. = 3.2 %
        Zero point five percent is little. = 0.5 %
        One point four million people live there. = 1400000
        At this point five men left. = 5
        One third voted no. = 1/3
        A third voted no. = 1/3
        A third attempt failed. = 3 th
        A one-third share was sold. = 1/3
        A good third stayed home. = 1/3
        A third of a litre is enough. = 1/3 l
        One in five Britons smokes. = 1/5
        Two in five Britons smoke. = 2/5
        Three out of ten homes are empty. = 3/10
        Nine in 10 doctors agree. = 9/10
        They met two in five days. = 2, 5 day
        He was one of five victims. = 5
        On May 5 200 people marched. = 5, 200
        In row 5 300 people sat. = 5, 300
        It cost 1 234 dollars. = 1234 dollar
        About 20 000 people came. = 20000
        The plant makes 300 gigawatt hours. = 300 GWh
        The plant makes 3.2 terawatt-hours. = 3.2 TWh
        A home uses 3,500 kilowatt-hours. = 3500 kWh
        Pope Pius X died that summer. = 10 th
        It fetched R$20m. = 20000000 BRL
        The nail is 2 1/2 inches long. = 2.5 in
        The tax rises one percent. = 1 %
        The coffee costs one dollar. = 1 dollar
        The coffee costs a dollar. = 1 dollar
        He walked a mile. = 1 mi
        Rates fell by a percentage point. = 1 pp
        Rates fell by half a percentage point. = 0.5 pp
        Rates fell by a full percentage point. = 1 pp
        It fell three-quarters of a percentage point. = 0.75 pp
        Oil costs $75 a barrel. = 75 dollar
        Tea costs 5 dollars a pound. = 5 dollar
        A tenfold rise followed. = 10 times
        A five-fold rise followed. = 5 times
        It rained 350mm. = 350 mm
        The deal is worth $350mm. = 350000000 dollar
        It cost 50p. = 50 cent
        It cost five shillings. = 5 shilling
        It cost ten guilders. = 10 guilder
        It cost ten thalers. = 10 thaler
        It cost seven ducats. = 7 ducat
        It cost three kopecks. = 3 kopeck
        The bank raised rates by 75 basis points. = 75 bp
        The bank raised rates by 50bps. = 50 bp
        Support fell 0.5pp. = 0.5 pp
        The pill has 50 micrograms. = 50 µg
        The flat has 800 sq ft. = 800 sqft
        The land covers 12,000 sq km. = 12000 km2
        The fire burned 5 sq. miles. = 5 sqmi
        It hit 38C (100F). = 38 °C, 100 °F
        He sat in seat 12C. = 12
        He weighed 12 stone. = 12 st
        It lasted a fortnight. = 1 fortnight
        It cost 500 Canadian dollars. = 500 CAD
        It cost 500 Australian dollars. = 500 AUD
        It cost 20 Hong Kong dollars. = 20 HKD
        They paid Rs 500 crore. = 5000000000 INR
        They paid 5 lakh rupees. = 500000 INR
        The baby weighed seven pounds. = 7 lb
        She bought two pounds of butter. = 2 lb
        The ticket costs twelve pounds. = 12 GBP
        A half-mile walk followed. = 0.5 mi
        A half-hour talk followed. = 0.5 hour
        A quarter-point cut followed. = 1/4
        The second quarter was weak. = 2 th
        It took half an hour. = 0.5 hour
        A quarter of an hour passed. = 1/4 hour
        A two-and-a-half-hour film ran. = 2.5 hour
        A one-and-a-half-mile run followed. = 1.5 mi
        The team minus three players left. = 3
        It fell to 20 below zero. = -20
        A 1.2m-strong crowd came. = 1200000
        He earns $50-60k. = 50000 dollar, 60000 dollar
        It is a 1080p film. = 1080
        The hearing is at 2p.m. in room 4. = 2, 4
        The hundred billion stars shine. = 100000000000
        A truck of 2500 3/4 tons came. = 2500, 3/4 t
        It takes 4 1/2 hours. = 4.5 hour
        Onions cost 80 rupees (about £1) a kilo. = 80 INR, 1 GBP
        Half of one per cent is little. = 0.5 %
        It is a 5-to-6 million market. = 5000000, 6000000
        It costs C$3, NZ$4 and S$5. = 3 CAD, 4 NZD, 5 SGD
        The film won by half a century. = 0.5
        Output rose by a fifth year on year. = 1/5
        Sales fell a quarter year-on-year. = 1/4
    """,
}


@pytest.mark.parametrize(
    ("lang", "text", "counted"),
    [(lang, *row.strip().rsplit(" = ", 1)) for lang, rows in COUNTED.items() for row in rows.strip().splitlines()],
)
def test_every_number_has_its_value_and_unit(lang, text, counted) -> None:
    expected = []
    for written in counted.split(", "):
        value, *unit = written.removesuffix(" th").split()
        expected.append((Fraction(value), unit[0] if unit else None, written.endswith(" th")))
    assert [(q.value, q.unit, q.ordinal) for q in find(text, lang)] == expected


@pytest.mark.parametrize(
    ("german", "english", "value", "unit"),
    [
        ("Sie kostete 3,2 Milliarden Euro.", "It cost €3.2bn.", 3_200_000_000, "EUR"),
        ("Es waren 1.500 Leute.", "There were 1,500 people.", 1500, None),
        ("Er zahlte 1.234,50 Euro.", "He paid 1,234.50 euros.", Fraction(2469, 2), "EUR"),
        ("Der Anteil liegt bei 47 Prozent.", "The share is 47 per cent.", 47, "%"),
        ("Siebenundvierzig stimmten zu.", "Forty-seven agreed.", 47, None),
        ("Es kamen zweitausenddreihundert.", "Two thousand three hundred came.", 2300, None),
        ("Ein Dutzend blieb.", "A dozen stayed.", 12, None),
        ("Eine halbe Million floh.", "Half a million fled.", 500_000, None),
        ("Ein Drittel lehnte ab.", "One in three declined.", Fraction(1, 3), None),
        ("Zwei Drittel lehnten ab.", "Two thirds declined.", Fraction(2, 3), None),
        ("Jeder fünfte ging.", "Every fifth left.", Fraction(1, 5), None),
        ("Das Tal ist 140 Meter tief.", "The valley is 140 metres deep.", 140, "m"),
        ("Der zwölfjährige Schüler kam.", "The 12-year-old pupil came.", 12, "year"),
        ("Die dreitägige Reise begann.", "The three-day trip began.", 3, "day"),
        ("Er fuhr 120 Kilometer pro Stunde.", "He drove 120 kilometres per hour.", 120, "km/h"),
        ("Das Bild brachte 80.000 Franken.", "The picture fetched 80,000 Swiss francs.", 80_000, "CHF"),
        ("Papst Pius XII. schwieg.", "Pope Pius XII kept silent.", 12, None),
    ],
)
def test_both_languages_give_the_same_value(german, english, value, unit) -> None:
    a, b = one(german, "de"), one(english, "en")
    assert (a.value, b.value) == (value, value)
    assert a.unit == unit or a.unit is None
    assert b.unit in (unit, None)
    assert same(a, b)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("3,2 Milliarden Euro", "€3.2m"),
        ("2,9 Prozent", "29 per cent"),
        ("siebenundvierzig Leute", "seventy-four people"),
        ("1,7 Trillionen Dollar", "$1.7 trillion"),
        ("140 Meter", "140 feet"),
        ("35 Grad", "35 degrees Fahrenheit"),
        ("80.000 Franken", "80,000 euros"),
        ("ein Drittel der Leute", "two thirds of the people"),
        ("Papst Pius XII. schwieg", "Pope Pius XI kept silent"),
        ("minus 3 Grad", "3 degrees"),
        ("+3,5 %", "-3.5 %"),
        ("20 Grad minus", "20 degrees"),
        ("5 Grad Celsius", "5 degrees Fahrenheit"),
        ("500 kanadische Dollar", "500 US dollars"),
        ("500 kanadische Dollar", "500 Australian dollars"),
        ("120 Kilometer pro Stunde", "120 kilometres per day"),
        ("300 Gigawattstunden", "300 gigawatts"),
        ("25 Basispunkte", "25 percentage points"),
        ("25 Basispunkte", "half a point"),
        ("1,2 Millionen Menschen", "a 1.2m fence"),
        ("eine Viertelmillion Euro", "a quarter of a billion euros"),
        ("zwei Komma fünf Prozent", "five percent"),
        ("zwölf Pfund Strafe", "a fine of £20"),
        ("30 Kilometer", "12 miles"),
        ("rund 30 Kilometer", "12 miles"),
        ("einen Kilometer", "one mile"),
        ("200 Kilometer", "100 miles"),
        ("70 Cent", "€0.80"),
        ("drei Jahre und sechs Monate", "three years and eight months"),
    ],
)
def test_another_value_or_unit_is_another(german, english) -> None:
    assert not same(one(german, "de"), one(english, "en"))


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("35 Grad", "95 degrees Fahrenheit"),
        ("minus 15 Grad Celsius", "5 degrees Fahrenheit"),
        ("40 Grad unter null", "minus 40 degrees Fahrenheit"),
        ("100 Kilometer", "62 miles"),
        ("die Hälfte", "50 %"),
        ("drei von zehn", "30 percent"),
        ("50 Kilometer in der Stunde", "31 miles an hour"),
        ("30 Meter pro Sekunde", "108 kilometres an hour"),
        ("0,25 Prozentpunkte", "25 basis points"),
        ("1,5 Terawattstunden", "1,500 gigawatt-hours"),
        ("vierzehn Tage", "a fortnight"),
        ("eine Viertelstunde", "15 minutes"),
        ("74 Quadratmeter", "800 sq ft"),
        ("76 Kilo", "12 stone"),
        ("0,5 Milligramm", "500 micrograms"),
        ("3,2 Kilo", "seven pounds"),
        ("500 kanadische Dollar", "500 dollars"),
        ("sieben Pfund", "seven pounds"),
        ("Es wog sieben Pfund.", "It cost seven pounds."),
        ("knapp 30 Kilometer", "18 miles"),
        ("gut fünf Kilometer", "three and a half miles"),
        ("80 Kilometer", "50 miles"),
        ("35 Kilometer", "21 miles"),
        ("gut 25 Kilo", "60 lbs"),
        ("fast drei Meter", "nine feet"),
        ("22.500 Liter", "5,000 gallons"),
        ("19.000 Liter", "5,000 gallons"),
        ("65 Cent", "€0.65"),
        ("0,20 Pfund", "20p"),
        ("drei Jahre und sechs Monate", "three and a half years"),
        ("ein Jahr und neun Monate", "21 months"),
        ("zweieinhalb Jahre", "two years and six months"),
        ("18 Monate", "a year and six months"),
        ("eine Stunde und 20 Minuten", "80 minutes"),
        ("zwei Kilo und 500 Gramm", "2,500 grams"),
        ("1,93 Meter", "6 feet 4"),
        ("1,85 Meter", "six foot one"),
        ("25 Basispunkte", "a quarter of a point"),
        ("50 Basispunkte", "half a point"),
    ],
)
def test_what_was_converted_is_the_same(german, english) -> None:
    assert same(one(german, "de"), one(english, "en"))


def test_a_range_shares_its_unit_and_magnitude() -> None:
    assert [(q.value, q.unit) for q in find("zwei bis drei Millionen Euro", "de")] == [
        (2_000_000, "EUR"), (3_000_000, "EUR"),
    ]  # fmt: skip
    assert [q.relation for q in find("Rents rose by 20 per cent to 900 euros.", "en")] == ["by", "to"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nimm dich in Acht.", "de"), ("Die Elf gewann.", "de"), ("Hunderte kamen, einige hundert blieben.", "de"),
        ("Ein Mann und eine Frau.", "de"), ("Hundreds came, a few hundred stayed.", "en"), ("No one knew.", "en"),
        ("He drove a U2 and an A380.", "en"), ("A man and a woman.", "en"), ("In Elfmetern stark", "de"),
        ("Das Viertelfinale beginnt.", "de"),
        ("Im Achtelfinale schied sie aus.", "de"),
        ("Rufen Sie 0171 234 567 an.", "de"),
        ("Tel. 030 1234 5678 ist besetzt.", "de"),
        ("Die Nummer +49 89 123 456 antwortet nicht.", "de"),
        ("Die Bürgerrechtler um Malcolm X protestierten.", "de"),
        ("Am 12.03.2021 begann der Prozess.", "de"),
        ("Um 14.30 Uhr begann die Sitzung.", "de"),
        ("Zwischen 9.15 Uhr und 11.45 Uhr war zu.", "de"),
        ("Ein Mann kaufte eine Zeitung.", "de"),
        ("Sein Konto 12 345 678 ist leer.", "de"),
        ("She has a yen for cake.", "en"),
        ("Er setzte einen Fuß vor die Tür.", "de"),
        ("An einem Morgen kam der Zoll.", "de"),
        ("Ein Jahr verging.", "de"),
        ("Sie trank ein Fass leer.", "de"),
        ("Manchmal regnet es diesmal nicht.", "de"),
        ("Call 212 555 123 today.", "en"),
        ("Call 713-853-1696 or 1-800-991-9019.", "en"),
        ("Hundred people came, some hundred million did not.", "en"),
        ("Call +44 20 7946 0958 today.", "en"),
        ("Malcolm X spoke in Harlem.", "en"),
        ("He carried a dollar bill.", "en"),
        ("A mile-long queue formed.", "en"),
        ("He put a foot in the door.", "en"),
        ("A man bought a paper.", "en"),
        ("A percentage of the profit goes to charity.", "en"),
        ("It was 10.30 a.m. when he came.", "en"),
        ("It was 10.30pm when he came.", "en"),
        ("On 12/03/2021 he came.", "en"),
    ],
)  # fmt: skip
def test_no_number(text, lang) -> None:
    assert not find(text, lang)


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_figures_are_read_back_in_both_notations(whole, cents) -> None:
    english = f"{whole:,}.{cents:02}"
    german = english.translate(str.maketrans(",.", ".,"))
    expected = Fraction(whole * 100 + cents, 100)
    assert digits(english, "en") == digits(german, "de") == expected
    assert one(f"It was {whole:,} in all.", "en").value == one(f"Es waren {whole:,}".replace(",", ".") + " im Ganzen", "de").value


@settings(max_examples=300)
@given(st.text(st.sampled_from("1234567890.,-€$%½ eiznwohudrtasm\n'’"), max_size=60), st.sampled_from(["de", "en"]))
def test_spans_quote_the_text_whatever_it_is(text, lang) -> None:
    end = 0
    for q in find(text, lang):
        assert text[q.start : q.end] == q.text
        assert end <= q.start <= q.number_start < q.number_end <= q.end
        end = q.end


@pytest.mark.parametrize(
    "unit",
    ["1,", "zwei", "hundert", "1 ", "tausend", "€1.", "a half ", "zwei Drittel ", "1", "123 ", "-5 ", "5-", "Nr. 5 000 ", "1 in ",
     "one and a half ", "a quarter of a ", "zwei Komma eins ", "point one ", "pounds ", "5 pounds ", "one of two ", "1 234 567 ", "1m ", "0171 234 ", "1/"],
)  # fmt: skip
def test_long_runs_take_no_time(unit) -> None:
    find(unit * 20_000, "de")
    find(unit * 20_000, "en")
