from __future__ import annotations

import json

import pytest

from conftest import SHARED, needs_shared, scorer
from depesche.config import Settings
from depesche.run.compare import compare_records, compare_sentences

PAIRS = [
    # type, operation, source, target, what is said otherwise
    ("date", "changed", "Der Vertrag wurde am 3. Mai 2019 in Kassel unterzeichnet.", "The contract was signed in Kassel on 5 May 2019.", "3. Mai 2019"),
    ("date", "changed", "Das Treffen ist am Dienstag in Bonn.", "The meeting is in Bonn on Thursday.", "Dienstag"),
    ("date", "changed", "The ban applies from 9 p.m.", "Das Verbot gilt ab 22 Uhr.", "9 p.m."),
    ("date", "changed", "Von Mai bis August 2010 herrschte Dürre.", "From May to January 2010 there was a drought.", "Mai bis August 2010"),
    ("date", "changed", "Von Mai bis August 2010 herrschte Dürre.", "From May to September 2010 there was a drought.", "Mai bis August 2010"),
    ("date", "dropped", "Das Denkmal wurde am 8. Mai 1985 enthüllt.", "The monument was unveiled.", "8. Mai 1985"),
    ("date", "added", "The monument was unveiled.", "Das Denkmal wurde am 8. Mai 1985 enthüllt.", None),
    ("number", "changed", "Der Konzern investiert 3,2 Milliarden Euro.", "The group is investing €3.2m.", "3,2 Milliarden Euro"),
    ("number", "changed", "Seventy-four members voted against it.", "Siebenundvierzig Mitglieder stimmten dagegen.", "Seventy-four"),
    ("number", "changed", "Die Mieten stiegen um 20 Prozent.", "Rents rose to 20 per cent.", "20 Prozent"),
    ("number", "dropped", "The company will cut 1,200 jobs in Germany.", "Das Unternehmen wird in Deutschland Stellen streichen.", "1,200"),
    ("number", "changed", "Nachts fiel das Thermometer auf −12 Grad.", "At night the thermometer fell to 12 degrees.", "−12 Grad"),
    ("number", "changed", "The fund lost between 5 and 6 million dollars.", "Der Fonds verlor zwischen 5 und 7 Millionen Dollar.", "6 million dollars"),
    ("number", "changed", "Sie hat zwei Brüder und ein Haus.", "She has three brothers and a house.", "zwei"),
    ("number", "changed", "Four of the five judges agreed.", "Drei der fünf Richter stimmten zu.", "Four"),
    ("number", "changed", "It was her second visit to Rome.", "Es war ihr dritter Besuch in Rom.", "second"),
    ("date", "changed", "Ihr Brief vom 4. d. M. kam gestern an.", "Your letter of the 6th inst. arrived yesterday.", "4. d. M."),
    ("number", "changed", "Die Inflation ging von 7,2 auf 6,1 Prozent zurück.", "Inflation eased to 7.2 percent from 6.1 percent.", "7,2"),
    ("number", "changed", "Der Kurs fiel von 12 auf 8 Euro.", "The price fell from €8 to €12.", "12"),
    ("date", "changed", "Das Museum öffnet im Frühjahr wieder.", "The museum reopens in the autumn.", "Frühjahr"),
    ("date", "changed", "Im vergangenen Jahr stieg der Umsatz.", "This year, sales rose.", "vergangenen Jahr"),
    ("date", "changed", "Im ersten Quartal sank der Gewinn.", "Profit fell in the second quarter.", "ersten Quartal"),
    ("date", "changed", "Er kam gestern an.", "He arrived today.", "gestern"),
    ("date", "changed", "Ihr Brief vom 4. v. M. kam gestern an.", "Your letter of the 4th inst. arrived yesterday.", "4. v. M."),
    ("date", "changed", "In der Nacht auf Dienstag schneite es.", "It snowed on Wednesday night.", "Dienstag"),
    ("unit", "changed", "Der Turm ist 140 Meter hoch.", "The tower is 140 feet high.", "140 Meter"),
    ("entity", "changed", "Die Ministerin reiste nach Belgrad.", "The minister travelled to Lisbon.", "Belgrad"),
    ("entity", "changed", "Angela Merkel met Emmanuel Macron in Paris.", "Angela Merkel traf Boris Johnson in Paris.", "Emmanuel Macron"),
    ("entity", "changed", "Der Bundesrat stimmte am Freitag zu.", "The Bundestag gave its approval on Friday.", "Bundesrat"),
    ("entity", "changed", "A Swiss court froze the accounts.", "Ein schwedisches Gericht fror die Konten ein.", "Swiss"),
    ("entity", "changed", "North Africa and South Africa signed.", "Nordafrika und Usbekistan unterzeichneten.", "South Africa"),
    ("entity", "changed", "King Richard reformed the government of the country.", "König Caracalla reformierte die Regierung des Landes.", "Richard"),
    ("entity", "changed", "Die Familie lebt seit 2010 in Österreich.", "The family has lived in Australia since 2010.", "Österreich"),
    ("entity", "changed", "Er floh aus Niger.", "He fled from Nigeria.", "Niger"),
    ("entity", "changed", "Die Waffen kamen aus Südkorea.", "The weapons came from North Korea.", "Südkorea"),
    ("entity", "changed", "He comes from South Sudan.", "Er stammt aus dem Sudan.", "South Sudan"),
    ("entity", "changed", "Sie zogen nach Sachsen.", "They moved to Lower Saxony.", "Sachsen"),
    ("entity", "changed", "Die Universität Bonn bestätigte den Fund.", "The University of Cologne confirmed the find.", "Universität Bonn"),
    ("entity", "changed", "She worked for the BBC for ten years.", "Sie arbeitete zehn Jahre für die ARD.", "BBC"),
    ("entity", "changed", "Die Sozialdemokraten gewannen die Wahl.", "The CDU won the election.", "Sozialdemokraten"),
    ("entity", "changed", "Paris und Berlin stimmten zu.", "France and Spain agreed.", "Berlin"),
    ("claim", "changed", "Die Preise stiegen im Herbst stark.", "Prices fell sharply in autumn.", "stiegen"),
    ("claim", "dropped", "Er soll Gelder veruntreut haben.", "He embezzled funds.", "soll"),
    ("claim", "added", "The mayor opened the new library.", "Der Bürgermeister eröffnete die neue Bibliothek, obwohl der Bau weit teurer wurde als geplant und die Stadt hoch verschuldet ist.", None),
]  # fmt: skip
CLAIMS = [
    # note, German, English, and the other way round
    ("opposite", "Das Werk stellte die Fertigung ein.", "The plant resumed production."),
    ("opposite", "Der Umsatz verdoppelte sich auf drei Milliarden Euro.", "Revenue tripled to three billion euros."),
    ("opposite", "Der Umsatz brach um ein Viertel ein.", "Sales jumped by a quarter."),
    ("opposite", "Die Läden bleiben bis Montag geschlossen.", "The shops remain open until Monday."),
    ("opposite", "Sie verließ das Land mit ihren Kindern.", "She left the country without her children."),
    ("opposite", "Der Senat lehnte den Haushalt ab.", "The Senate approved the budget."),
    ("opposite", "Der Absatz nahm im Herbst stark zu.", "Sales fell sharply in autumn."),
    ("opposite", "Die Zahl der Gäste ging zurück.", "The number of guests increased."),
    ("opposite", "Der Angeklagte wurde freigesprochen.", "The defendant was convicted."),
    ("opposite", "Das Gericht hob die Verordnung auf.", "The court upheld the regulation."),
    ("opposite", "Der Bürgermeister begrüßte den Beschluss.", "The mayor condemned the decision."),
    ("opposite", "Die Zeugin räumte den Fehler ein.", "The witness denied the mistake."),
    ("opposite", "Die Fabrik entließ 40 Arbeiter.", "The factory hired 40 workers."),
    ("opposite", "Die Armee rückte im Morgengrauen vor.", "The army retreated at dawn."),
    ("opposite", "Der neue Weg ist kürzer.", "The new road is longer."),
    ("opposite", "Der Käse war billiger als im Vorjahr.", "The cheese was more expensive than last year."),
    ("opposite", "Die Ernte war schlecht.", "The harvest was good."),
    ("opposite", "Die Mieten stiegen um 3 Prozent.", "Rents went down by 3 per cent."),
    ("opposite", "Er verließ die Stadt vor dem Krieg.", "He left the city after the war."),
    ("opposite", "Alle Häuser wurden geräumt.", "Some houses were evacuated."),
    ("opposite", "Viele Wähler blieben zu Hause.", "Few voters stayed at home."),
    ("opposite", "Die Fähre fährt von Kiel nach Oslo.", "The ferry runs from Oslo to Kiel."),
    ("opposite", "Der Verein verlor gegen Leipzig.", "The club beat Leipzig."),
    ("opposite", "Mindestens 30 Häuser brannten nieder.", "At most 30 houses burned down."),
    ("opposite", "Die steigenden Preise belasten die Bauern.", "The falling prices burden the farmers."),
    ("opposite", "Zwei Matrosen werden vermisst.", "Two sailors are dead."),
    ("opposite", "Der Umsatz lag über den Erwartungen.", "Sales were below expectations."),
    ("opposite", "Die Sitzung wurde auf Juni verschoben.", "The meeting was brought forward to June."),
    ("opposite", "Das Amtsgericht hat drei Fahrer verurteilt.", "Three drivers were acquitted by the district court."),
    ("opposite", "Der Vorschlag wurde vom Ausschuss angenommen.", "The committee rejected the proposal."),
    ("opposite", "Die Kette will neun Märkte eröffnen.", "Nine stores of the chain would be closed."),
    ("opposite", "Sie habe sie im Juni gekauft.", "It had sold them in June."),
    ("opposite", "Der Minister war bereit, mit den Bauern zu sprechen.", "The minister refused to speak to the farmers."),
    ("event_modality", "Die Reederei hat drei Schiffe verkauft.", "The shipping company plans to sell three ships."),
    ("event_modality", "Der Trainer will zurücktreten.", "The coach has resigned."),
    ("event_modality", "Die Stadt hat das Bad renoviert.", "The city will renovate the pool."),
    ("hearsay", "Die Bahn könnte die Strecke stilllegen.", "The railway will close the line."),
    ("event_parts", "Huawei verklagte Samsung.", "Samsung sued Huawei."),
    ("event_parts", "Polen wurde von Schweden angegriffen.", "Sweden was attacked by Poland."),
    ("event_parts", "Hertha hat gegen Schalke gewonnen.", "Schalke won against Hertha."),
    ("hearsay", "Laut Feuerwehr brannte der Dachstuhl.", "The roof truss was on fire."),
    ("hearsay", "Vermutlich lag der Fehler am Kabel.", "The cable was at fault."),
    ("hearsay", "Offenbar hatte der Fahrer den Zug gesehen.", "The driver had seen the train."),
    ("hearsay", "Ein Nachbar will den Täter erkannt haben.", "A neighbour recognised the culprit."),
    ("hearsay", "Möglicherweise wurde das Bild gestohlen.", "The painting was stolen."),
    ("hearsay", "Der Schmuck wurde in der Nacht verkauft.", "The jewels are said to have been sold in the night."),
    ("hearsay", "Das Schiff ist im Sturm gesunken.", "The ship probably sank in the storm."),
    ("denial", "Das Unternehmen hat die Rechnung bezahlt.", "The company did not pay the bill."),
    ("denial", "Die Universität haftet nicht für den Schaden.", "The university is liable for the damage."),
    ("denial", "Die Straße ist nicht mehr befahrbar.", "The road is still passable."),
    ("denial", "Der Trainer sieht dennoch Grund zur Sorge.", "The coach nevertheless sees no reason for concern."),
    ("denial", "Die Bäckerei nimmt keine Karten mehr.", "The bakery takes cards."),
    ("denial", "Die Wirtin kannte den Gast und seinen Bruder.", "The landlady knew neither the guest nor his brother."),
    # weakly alike words, whose parts are the same
    ("denial", "Die Firma hat das Angebot nicht angenommen.", "The company accepted the offer."),
    ("denial", "Der Sender hatte die Aufnahmen zunächst nicht veröffentlicht.", "The broadcaster had released the footage."),
    ("denial", "Er hat den Brief nie geschrieben.", "He wrote the letter."),
    ("denial", "Keiner der sieben Richter widersprach.", "One of the seven judges dissented."),
    # both poles on both sides
    ("opposite", "Der Export ist gestiegen, die Importe sind gesunken.", "Exports have fallen, imports have risen."),
    ("opposite", "Der Kurs gab nach.", "The share price gained."),
    ("opposite", "Das Verfahren wurde eingestellt.", "Proceedings were opened."),
    ("opposite", "Mehr als die Hälfte der Abgeordneten fehlte.", "More than half the lawmakers were present."),
    ("opposite", "Der Gipfel endete ohne Einigung.", "The summit ended with an agreement."),
    ("opposite", "Die meisten Mitglieder waren dafür.", "Few members were in favour."),
    # the least and the most
    ("opposite", "Der Tunnel öffnet frühestens im Juni.", "The tunnel opens in June at the latest."),
    ("opposite", "Die Rechnung ist spätestens nach 30 Tagen zu zahlen.", "The invoice is to be paid after 30 days at the earliest."),
    ("opposite", "Die Brücke trägt bis zu 40 Tonnen.", "The bridge carries more than 40 tonnes."),
    ("opposite", "Der Verein hat weniger als 300 Mitglieder.", "The club has at least 300 members."),
    ("opposite", "Knapp die Hälfte der Schüler kam zu Fuß.", "Just over half of the pupils came on foot."),
    ("opposite", "Nicht mehr als 20 Gäste blieben.", "No fewer than 20 guests stayed."),
    # a state that a change ends, either way
    ("opposite", "Die Bahn ließ die Preise unverändert.", "The railway raised its prices."),
    ("opposite", "Der Umsatz blieb stabil.", "Sales fell."),
    ("opposite", "Der Preis hat sich verdoppelt.", "The price was halved."),
    ("opposite", "Alle acht Staaten haben unterschrieben.", "Most of the eight states have signed."),
    ("opposite", "Trotz des Regens fuhr der Zug.", "The train ran because of the rain."),
    ("opposite", "Die Agentur stufte das Land herauf.", "The agency downgraded the country."),
    # verbs that are denials themselves, and what one is not able or allowed to do
    ("denial", "Der Bus hielt in Gera.", "The bus did not stop in Gera."),
    ("denial", "Der Sturm ließ nicht nach.", "The storm eased."),
    ("denial", "Die Preise sanken nicht.", "Prices fell."),
    ("denial", "Sie hat ihren Titel verteidigt.", "She was not able to defend her title."),
    ("denial", "Die Besucher dürfen im Park fotografieren.", "Visitors are not permitted to take photographs in the park."),
    ("denial", "Er darf das Land nicht verlassen.", "He is allowed to leave the country."),
    ("denial", "Seit der Krise hat die Bank keine Boni gezahlt.", "The bank has paid bonuses since the crisis."),
    # nouns in a compound, and words that complete a verb
    ("opposite", "Die Firma erwartet einen Gewinnrückgang.", "The company expects profits to grow."),
    ("opposite", "Das Ausfuhrverbot gilt seit Mai.", "Imports have been banned since May."),
    ("opposite", "Neun der 16 Länder stimmten dagegen.", "Nine of the 16 states voted in favour."),
    ("opposite", "Das Mittel verdoppelte das Risiko eines Schlaganfalls.", "The drug cut the risk of a stroke in half."),
    ("opposite", "Der Ausschuss hat bereits entschieden.", "The committee has yet to decide."),
    ("opposite", "Der Fahrer blieb unverletzt.", "The driver was seriously injured."),
    ("opposite", "Der Zug von Wien nach Graz hält in Bruck.", "The train from Graz to Vienna stops in Bruck."),
    ("opposite", "Wenn der Verband nachgibt, fällt der Streik aus.", "Unless the association gives in, the strike will be called off."),
]  # fmt: skip
NO_CLAIMS = [
    ("Der Rat stimmte dem Vorschlag zu.", "The council accepted the proposal."),
    ("Sie nahm den Brief und ging zurück ins Haus.", "She took the letter and went back into the house."),
    ("Die Preise stiegen nicht.", "Prices did not rise, they fell."),
    ("Schalke verlor gegen Hertha.", "Hertha beat Schalke."),
    ("Steffi Graf besiegte Martina Navratilova.", "Martina Navratilova lost to Steffi Graf."),
    ("Das Gemälde wurde im Mai verkauft.", "A collector bought the painting in May."),
    ("Die Reederei wurde 2015 von Maersk gekauft.", "The shipping line was sold to Maersk in 2015."),
    ("Schalke wurde von Hertha geschlagen.", "Schalke lost to Hertha."),
    ("Die Firma wird zwei Schiffe bauen.", "The company plans to build two ships."),
    ("Der Trainer soll die Akte verkauft haben.", "The coach allegedly sold the file."),
    ("Die Brücke soll im Mai saniert werden.", "The bridge is to be repaired in May."),
    ("Die Bahn könnte die Strecke stilllegen.", "The railway may close the line."),
    ("Im Mai verkaufte die Firma zwei Schiffe.", "In May the company sold two ships."),
    ("Betriebsratschefin Daniela Cavallo warnte davor.", "Daniela Cavallo, the head of the works council, warned against it."),
    ("Der Plan von Lufthansa-Finanzvorstand Remco Steenbergen gilt.", "The plan of Remco Steenbergen, chief financial officer at Lufthansa, stands."),
    ("Mindestens zehn Gäste kamen.", "At least ten guests came."),
    ("Der Tunnel wird frühestens im Juni geöffnet.", "The tunnel will not open before June."),
    ("Eine Entscheidung wird nicht vor dem Herbst erwartet.", "A decision is not expected before the autumn."),
    ("Erst im Herbst öffnet das Museum.", "The museum will not open until autumn."),
    ("Er ist nicht arbeitslos.", "He has work."),
    ("Er ist nicht unschuldig.", "He is guilty."),
    ("Das ist nicht unmöglich.", "That is possible."),
    ("Nicht nur der Koch, auch der Wirt war da.", "The cook was there, and so was the landlord."),
    ("Weder der Koch noch der Wirt war da.", "Neither the cook nor the landlord was there."),
    ("Kaum jemand kam zum Fest.", "Hardly anyone came to the party."),
    ("Eine Lösung wurde noch nicht gefunden.", "A solution has yet to be found."),
    ("Nach Zahlen der Behörde sank der Absatz.", "According to figures from the authority, sales fell."),
    ("Gemäß Artikel 5 ist das Recht frei.", "Under article 5 the right is free."),
    ("Die Verdächtige wurde festgenommen.", "The alleged offender was arrested."),
    ("Nummer 3 steht im Hof.", "No. 3 is in the yard."),
    ("Die Schweden wurden von den Polen angegriffen.", "The Poles attacked the Swedes."),
    ("Den Minister hat der Senat verklagt.", "The Senate has sued the minister."),
    ("Die Firma hat das Angebot nicht angenommen.", "The company turned down the offer."),
    ("Die Behörden haben den Antrag nicht genehmigt.", "The authorities withheld approval of the application."),
    ("Die Regierung hält an dem Plan nicht länger fest.", "The government has abandoned the plan."),
    ("Er hat den Termin nicht eingehalten.", "He missed the deadline."),
    ("Der Gipfel endete ohne Einigung.", "The summit ended with no agreement."),
    ("Die Kosten stiegen, doch der Gewinn sank nicht.", "Costs rose, but profits did not fall."),
    ("Der Preis stieg, der Absatz sank.", "The price rose while sales fell."),
    ("Die Exporte stiegen, während die Importe sanken.", "Exports were up while imports were down."),
    ("Die Sitzung endete, ohne dass eines der Lager nachgab.", "The session ended with neither camp giving in."),
    ("Der Wagen kam ohne Räder an.", "The car arrived with all its wheels missing."),
    ("Er ging mit leeren Händen.", "He left without anything."),
    ("Die Läden öffnen erst am Montag wieder.", "Shops will stay closed until Monday."),
    ("Die Straße bleibt bis Mai geschlossen.", "The road reopens in May."),
    ("Er traf fast seit der Unterbrechung.", "He scored almost from the restart."),
    ("Die Partei boykottierte die Wahl.", "The party did not take part in the election."),
    ("Der Sprecher machte dazu keine Angaben.", "The spokesman gave no details."),
    ("Die Arbeit ruht seit Montag.", "Work has not been going on since Monday."),
    ("Das Spiel wurde unterbrochen und dann fortgesetzt.", "Play resumed after an hour's break."),
    ("Der Verein verbuchte einen Gewinn.", "The club posted a gain."),
    ("Die Miete ist spätestens am 3. Mai fällig.", "The rent is due no later than 3 May."),
    ("Die Straße wird frühestens 2026 fertig.", "The road will not be finished before 2026."),
    ("Nicht weniger als 60 Boote kamen.", "At least 60 boats came."),
    ("Nicht mehr als 60 Boote kamen.", "At most 60 boats came."),
    ("Der Eintritt kostet nicht unter 20 Euro.", "Admission costs at least 20 euros."),
    ("Anspruch hat nur, wer mindestens sechs Monate dort war.", "Those who were there for less than six months are not entitled."),
    ("Knapp 50 Kilometer weiter liegt Graz.", "Graz lies more than 30 miles further on."),
    ("Der Umsatz blieb nach zwei Jahren des Wachstums stabil.", "Sales were stable after two years of growth."),
    ("Die Bahn hat die Preise nicht erhöht.", "The railway left its prices unchanged."),
    ("Er durfte nicht einreisen.", "He was not allowed to enter the country."),
    ("Der Regen hielt an.", "The rain did not stop."),
    ("Vermietern ist es nun untersagt, Gebühren zu erheben.", "Landlords are no longer allowed to charge fees."),
    ("Die Bauern sind nicht berechtigt, das Land zu verkaufen.", "The farmers may not sell the land."),
    ("Die Kommission hob das Ausfuhrverbot auf.", "The Commission allowed exports again."),
    ("Die Mehrheit war dafür.", "The majority voted in favour."),
    ("Wenn der Verband nicht nachgibt, fällt der Streik aus.", "Unless the association gives in, the strike will be called off."),
    ("Er gab nicht auf.", "He kept going."),
    ("Der Verein hielt an seinem Trainer fest.", "The club did not sack its coach."),
    ("Nach Angaben der Polizei kamen höchstens 3.000 Menschen.", "Police put the number at 3,000 at most."),
    ("Der Gewinnrückgang war groß.", "Profits fell sharply."),
    ("Der Zug von Wien nach Graz hält in Bruck.", "The train to Graz from Vienna stops in Bruck."),
]  # fmt: skip
SAME = [
    ("Am 3.5.2019 um 17 Uhr begann die Sitzung.", "The session began at 5 p.m. on 3 May 2019."),
    ("Im 19. Jahrhundert lebten hier 1,5 Millionen Menschen.", "In the nineteenth century 1.5 million people lived here."),
    ("Zwölf Abgeordnete, ein Drittel der Fraktion, stimmten dagegen.", "Twelve members, one in three of the group, voted against it."),
    ("Die Temperatur stieg auf 35 Grad, der Wind auf 100 Kilometer pro Stunde.", "The temperature rose to 95 degrees Fahrenheit, the wind to 62 miles per hour."),
    ("Chruschtschow reiste von Kiew über Köln und Wien nach Peking.", "Khrushchev travelled from Kyiv via Cologne and Vienna to Beijing."),
    ("Die Vereinten Nationen und das Osmanische Reich", "The UN and the Ottoman Empire"),
    ("Kaiser Karl V. und Papst Johannes XXIII.", "Emperor Charles V and Pope John XXIII"),
    ("Das Weiße Haus in Washington lehnte ab.", "The White House in Washington declined."),
    ("Nordkorea und Südafrika unterzeichneten das Pariser Abkommen.", "North Korea and South Africa signed the Paris Agreement."),
    ("Der 1,98 Meter große Stürmer wuchs in Köln auf.", "The 6-foot-6 forward grew up in Cologne."),
    ("Der 1. Weltkrieg begann um 02:00 Uhr.", "World War One began at 0200 GMT."),
    ("Der Konzern zahlte 3,1 Milliarden Euro.", "The group paid €3.1bn ($3.6bn)."),
    ("Er wuchs in Ostdeutschland auf.", "He grew up in East Germany."),
    ("Der Ohio mündet in den Mississippi.", "The Ohio flows into the Mississippi River."),
    ("Auf der Autobahn 7 gab es Stau.", "There was a jam on the A7."),
    ("Die Bundesstraße 31 ist gesperrt.", "The B31 is closed."),
    pytest.param(
        "Am Dienstag siegten Ostmelanesier in nordenglischen Städten.",
        "On Tuesday eastern Melanesians won in northern English towns.",
        marks=pytest.mark.xfail(reason="the encoder takes one of the peoples for a place"),
    ),
    ("In Fargo waren es 5 Grad Fahrenheit.", "It was minus 15 degrees Celsius in Fargo."),
    ("Eine Viertelmillion Dollar fehlt, ein Prozent des Etats.", "A quarter of a million dollars is missing, one percent of the budget."),
    ("Linz, 5. IV. 1911. Den Brief vom 3. d. M. habe ich erhalten.", "Linz, April 5, 1911. I have received the letter of April 3."),
    ("Die SPD und die FDP lehnten ab.", "The Social Democrats and the Free Democrats declined."),
    ("Der Bundesrat nahm das Gesetz an.", "Germany's upper house passed the law."),
    ("Die Union warnte vor dem Plan.", "The conservative CDU/CSU bloc warned against the plan."),
    ("Der Bundesrat stimmte zu.", "Germany's upper house of parliament agreed."),
    ("Die Bundesagentur für Arbeit zählte 45.000 Fälle.", "The Federal Employment Agency counted 45,000 cases."),
    ("Der Bundespräsident reist nach Rom.", "The German president is travelling to Rome."),
    ("Sie fuhren über den Ärmelkanal.", "They crossed the Channel."),
    ("Die britische Regierung schwieg.", "Downing Street kept silent."),
    ("Moskau wies den Vorwurf zurück.", "The Kremlin rejected the accusation."),
    ("Chomeini traf Chatami in Ghom.", "Khomeini met Khatami in Qom."),
    ("Der Fluss ist knapp 30 Kilometer lang.", "The river is 18 miles long."),
    ("Er muss drei Jahre und sechs Monate in Haft.", "He must serve three and a half years in prison."),
    ("Etwa 4 von 10 Befragten sparen.", "About 4 in 10 respondents save money."),
    ("Vorgestern wurden 2,50 Euro fällig.", "The day before yesterday €2.50 was due."),
    ("Im Frühjahr nächsten Jahres soll er fertig sein.", "It is due to be finished next spring."),
    ("Voriges Jahr waren es 20.", "A year earlier it was 20."),
    ("Die Inflation ging von 7,2 auf 6,1 Prozent zurück.", "Inflation eased to 6.1 percent from 7.2 percent."),
    ("Etwa jeder Elfte ist krank.", "About one in eleven is ill."),
    ("Nur eine von elf Fähren fuhr.", "Just one of the eleven ferries sailed."),
    ("Im ersten Quartal sank der Gewinn.", "Profit fell in the first three months of the year."),
    ("Die Bank senkte den Zins um 25 Basispunkte.", "The bank lowered its rate by a quarter of a point."),
    ("Der Absatz wuchs gegenüber dem Vorjahr um 20 Prozent.", "Sales grew by a fifth year on year."),
    ("Drei Viertel der Höfe sind verlassen.", "Three out of four farms are deserted."),
    ("In der Nacht auf Dienstag schneite es.", "It snowed on Monday night."),
    ("In der Nacht zum 4. Mai brannte die Scheune.", "The barn burned during the night of 3 May."),
    ("In der Nacht von Samstag auf Sonntag regnete es.", "It rained on Saturday night."),
    ("In der Nacht auf den 1. Mai wurde gefeiert.", "People celebrated on the night of April 30."),
    ("In der Nacht zum 29. Februar bebte die Erde.", "The earth shook on the night of 28 February."),
    ("In der Nacht zum 1. Januar 2020 brannte es.", "There was a fire on the night of 31 December 2019."),
    ("In der Nacht zum Freitag bebte die Erde.", "Overnight into Friday the earth shook."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "operation", "source", "target", "words"), PAIRS)
def test_what_a_translation_changed(kind, operation, source, target, words) -> None:
    found = compare_sentences([source], [target]).findings
    assert [(f.type, f.operation) for f in found] == [(kind, operation)], found
    if words:
        assert words in found[0].source.text or found[0].source.text in words
    for finding in found:
        for place, text in ((finding.source, source), (finding.target, target)):
            assert place is None or text[place.start : place.end] == place.text


@pytest.mark.parametrize(("german", "english"), SAME)
def test_another_notation_is_no_change_in_either_direction(german, english) -> None:
    assert compare_sentences([german], [english]).findings == ()
    assert compare_sentences([english], [german]).findings == ()


@pytest.mark.parametrize(("note", "german", "english"), CLAIMS)
def test_what_is_claimed_otherwise(note, german, english) -> None:
    for source, target in ((german, english), (english, german)):
        found = compare_sentences([source], [target]).findings
        assert [(f.type, f.note) for f in found] == [("claim", note)], found


@pytest.mark.parametrize(("german", "english"), NO_CLAIMS)
def test_what_is_claimed_in_other_words(german, english) -> None:
    for source, target in ((german, english), (english, german)):
        assert compare_sentences([source], [target]).findings == ()


def test_a_salutation_that_became_part_of_a_sentence_is_not_missed() -> None:
    source = ["Liebe Tante!", "Dein Paket vom 4. Mai ist heute angekommen.", "Es hat mir viel Freude gemacht."]
    target = ["Dear Aunt, your parcel of May 4th arrived today.", "It gave me much joy."]
    assert compare_sentences(source, target).findings == ()
    assert compare_sentences(target, source).findings == ()


def test_no_value_says_the_day_that_relative_dates_are_counted_from() -> None:
    pairs = [
        ("Das Treffen ist am Dienstag in Bonn.", "The meeting is in Bonn on Thursday."),
        ("Am Montag um 9 Uhr tagte der Rat.", "The council met on Friday at 9 a.m."),
        ("Gestern stieg der Preis.", "The price rose last Friday."),
        ("Im vergangenen Mai reiste sie nach Wien.", "She travelled to Vienna last April."),
        ("Am 3. Juni begann der Prozess.", "The trial began on 5 June."),
        ("Er kommt nächste Woche am Dienstag.", "He is coming next week."),
    ]
    found = [f for pair in pairs for one, other in (pair, pair[::-1]) for f in compare_sentences([one], [other]).findings]
    assert len(found) >= 8
    assert not [f for f in found for value in f.values if value and "2021" in value]


def test_a_sentence_left_out_and_one_put_in() -> None:
    source = ["Die Regierung tagte am Montag in Berlin.", "Das Wetter war schön.", "Der Kanzler lehnte den Plan ab."]
    target = ["The government met in Berlin on Monday.", "The chancellor rejected the plan.", "His party was relieved."]
    found = [(f.type, f.operation, (f.source or f.target).text) for f in compare_sentences(source, target).findings]
    assert found == [("claim", "dropped", source[1]), ("claim", "added", target[2])]


def test_a_claim_is_told_beside_a_fact_that_differs() -> None:
    for german, english, date in (
        ("Der Stadtrat lehnte den Antrag am 4. Juli ab.", "The town council accepted the motion on 6 July.", "4. Juli"),
        ("Die Mieten sanken um 12 Prozent.", "Rents rose by 21 per cent.", "12 Prozent"),
    ):
        found = compare_sentences([german], [english]).findings
        assert {f.source.text for f in found if f.type != "claim"} == {date}
        assert [f.note for f in found if f.type == "claim"] == ["opposite"]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        (["Der Streik der Lokführer ist vorbei.", "Am Samstag kehrten sie an die Arbeit zurück."],
         ["The train drivers' strike ended on Saturday.", "They returned to work."]),
        (["Sie starb in Graz.", "Sie wurde 91 Jahre alt."], ["She died in Graz, aged 91.", "She had grown very old."]),
    ],
)
def test_a_date_or_number_in_the_sentence_beside_is_not_missed(german, english) -> None:
    for source, target in ((german, english), (english, german)):
        assert not [f for f in compare_sentences(source, target).findings if f.type in ("date", "number")]


def test_a_date_that_is_another_in_the_sentence_beside_is_told() -> None:
    source = ["Der Streik der Lokführer ist vorbei.", "Am Samstag kehrten sie an die Arbeit zurück."]
    target = ["The train drivers' strike ended on Sunday.", "They returned to work."]
    assert "date" in {f.type for f in compare_sentences(source, target).findings}


def test_a_name_said_near_by_is_not_missed() -> None:
    source = ["Angela Merkel sprach in Bonn.", "Merkel lehnte den Plan ab."]
    target = ["Angela Merkel spoke in Bonn.", "She rejected the plan."]
    assert compare_sentences(source, target).findings == ()


def test_a_name_that_is_always_another_is_told_once() -> None:
    source = ["Das BAKOM prüft den Antrag.", "Das BAKOM lehnt ihn ab.", "Das BAKOM schweigt."]
    target = ["OFCOM is examining the application.", "OFCOM rejects it.", "OFCOM is silent."]
    assert len(compare_sentences(source, target).findings) <= 1


@pytest.mark.parametrize(
    ("source", "target"),
    [([], []), ([""], [""]), (["", "Ein Satz."], ["A sentence.", ""]), (["!!!"], ["???"]), (["\U0001f600 Hallo"], ["Hello"])],
)
def test_odd_texts_are_compared(source, target) -> None:
    assert compare_sentences(source, target, ("de", "en"))


def test_the_form_that_scorers_read(tmp_path) -> None:
    records = [
        {"id": 1, "source": ["Es waren zwölf Leute."], "target": ["There were 13 people."], "src_lang": "de", "tgt_lang": "en"},
        {"id": "b", "src": ["Der Hund schläft."], "tgt": ["The dog is asleep."]},
        {"id": 3, "source": "Es waren zwölf Leute im Haus.", "target": "There were 12 people in the house."},
    ]  # fmt: skip
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    first, second, third = compare_records(path, Settings())
    assert (first["id"], [f["type"] for f in first["flags"]]) == (1, ["number"])
    assert first["flags"][0]["src"] == [0, 9, 14]
    assert first["score"] > 0
    assert second["beads"] == [[[0], [0]]]
    assert second["seconds"] > 0
    assert third == {"id": 3, "flags": [], "score": 0}


def scored(tmp_path, name, keep):
    gold, pred = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    rows = [json.loads(line) for line in (SHARED / "data" / "compare" / name).open(encoding="utf-8")]
    rows = [row for row in rows if keep(row)][::4]
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    blind = tmp_path / "blind.jsonl"
    told = ("id", "src_lang", "tgt_lang", "source", "target")
    blind.write_text("\n".join(json.dumps({k: r[k] for k in told}) for r in rows), encoding="utf-8")
    pred.write_text("\n".join(map(json.dumps, compare_records(blind, Settings()))), encoding="utf-8")
    scorer("eval_changes.py", gold, pred, "--json", tmp_path / "figures.json", parse=False)
    return json.loads((tmp_path / "figures.json").read_text())


@needs_shared
def test_changes_are_found_and_faithful_translations_left_alone(tmp_path) -> None:
    figures = scored(tmp_path, "changes.dev.jsonl", lambda row: row["origin"] in ("pud", "fmt", "hand"))
    floors = {"date/changed": 0.93, "number/changed": 0.92, "entity/changed": 0.87}
    reached = {name: figures["sentence"][f"phenomenon {name}"]["F1_t"] for name in floors}
    assert all(reached[name] >= floor for name, floor in floors.items()), reached
    assert figures["controls"]["control:human-translation"]["fa"] <= 0.08
    assert figures["controls"]["control:format-shift"]["fa"] <= 0.09


@needs_shared
def test_changes_in_whole_documents_are_found(tmp_path) -> None:
    figures = scored(tmp_path, "changes.dev.jsonl", lambda row: row["origin"] == "wmt_doc")["documents"]
    assert figures["F1_typed"] >= 0.82
    assert figures["false_alarms_per_100_sentences_on_controls"] <= 4

