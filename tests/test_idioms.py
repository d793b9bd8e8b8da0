"""How news say things, in many words: each sentence tells of one event as a fact."""

from __future__ import annotations

import pytest

from depesche.config import Settings
from depesche.records import Document
from depesche.run.document import annotate_documents

TOLD = {
    "LIST_ADD": """
        Washington put SMIC on its trade blacklist.
        SMIC landed on a US trade blacklist in 2020.
        The Treasury designated three Iranian banks for financing terrorism.
        Two dozen Chinese firms found themselves on the Entity List.
        The EU placed Belaruskali under sanctions on its blacklist.
        Washington setzte SMIC auf seine schwarze Liste.
        SMIC landete 2020 auf der Entity List.
        Das Finanzministerium listete drei iranische Banken.
        Zwei Dutzend chinesische Firmen stehen seit Montag auf der Sanktionsliste.
        U.S. Adds Huawei to Entity List
        Commerce Department Puts 37 Chinese Firms on Trade Blacklist
        US ADDS HUAWEI TO ENTITY LIST
        USA setzen Huawei auf Entity List
    """,
    "LIST_REMOVE": """
        The Commerce Department took Unimicron off its Unverified List.
        Das Handelsministerium nahm Unimicron von der Liste.
    """,
    "SANCTION_IMPOSE": """
        Britain froze the assets of Roman Abramovich.
        Ottawa hit 20 Russian officials with sanctions.
        The EU slapped travel bans on six generals.
        Japan blocked the accounts of Sberbank.
        Switzerland barred Russian oligarchs from entering the country.
        Großbritannien fror die Vermögen von Roman Abramowitsch ein.
        Ottawa belegte 20 russische Beamte mit Sanktionen.
        Die EU verhängte Einreiseverbote gegen sechs Generäle.
        Japan sperrte die Konten der Sberbank.
        The US Treasury went after Hamas financiers with new sanctions.
        Canada added 12 Haitians to its sanctions regime.
        Tokyo targeted Russian shipyards with fresh penalties.
        Das US-Finanzministerium ging mit neuen Sanktionen gegen Geldgeber der Hamas vor.
        Kanada nahm zwölf Haitianer in sein Sanktionsregime auf.
        EU Imposes New Sanctions on Belarus
        Treasury Sanctions Network of Hamas Financiers
        US Hits Iranian Oil Tankers With Sanctions
        EU IMPOSES NEW SANCTIONS ON BELARUS
        EU verhängt neue Sanktionen gegen Belarus
        Neue Sanktionen gegen Belarus verhängt
        Neue EU-Sanktionen gegen Belarus
    """,
    "SANCTION_EASE": """
        Washington waived sanctions on Nord Stream 2 AG.
        The EU unfroze the assets of Tymoshenko.
        Sanctions against Eritrea were scrapped.
        Die EU gab die Vermögen von Timoschenko frei.
        Die Sanktionen gegen Eritrea wurden abgeschafft.
        Biden Lifts Sanctions on Venezuela's Oil Industry
    """,
    "SANCTION_RENEW": """
        The EU rolled over its sanctions against Russia.
        Brussels extended its asset freezes for another six months.
        Die EU verlängerte ihre Sanktionen gegen Russland.
        Brüssel weitete das Ölembargo aus.
    """,
    "EXPORT_CONTROL": """
        The Netherlands curbed exports of lithography machines to China.
        China choked off shipments of gallium to the United States.
        Japan tightened controls on exports of chip tools.
        Die Niederlande beschränkten die Ausfuhr von Lithografiemaschinen nach China.
        China drosselte die Lieferungen von Gallium in die USA.
        Japan verschärfte die Ausfuhrkontrollen für Chipmaschinen.
        China Bans Exports of Gallium to US
        Netherlands Tightens Export Controls on Chip Machines
        China verbietet Export von Gallium in die USA
    """,
    "LICENCE_DECISION": """
        Berlin gave Rheinmetall permission to export tanks to Hungary.
        Washington denied Intel a licence to sell chips to Huawei.
        Den Haag ließ eine Exportlizenz von ASML auslaufen.
        Berlin erlaubte Rheinmetall die Ausfuhr von Panzern nach Ungarn.
        Washington verweigerte Intel eine Lizenz für Lieferungen an Huawei.
        US Revokes Intel's License to Sell Chips to Huawei
    """,
    "BAN_EXCLUDE": """
        India kicked TikTok out of its app stores.
        Sweden shut Huawei out of its 5G network.
        Montana outlawed TikTok.
        Australia pulled Hikvision cameras from government buildings.
        Schweden schloss Huawei vom Aufbau des 5G-Netzes aus.
        Montana verbot TikTok.
        Australien baute Hikvision-Kameras aus Regierungsgebäuden aus.
        The Czech cyber agency barred Huawei from critical networks.
        Nepal has blocked TikTok.
        Google dropped Parler from its Play store.
        Russia's media regulator cut off access to Instagram.
        FIFA suspended Russia.
        Die tschechische Cyberbehörde schloss Huawei von kritischen Netzen aus.
        Nepal hat TikTok gesperrt.
        Die Fifa suspendierte Russland.
        India Bans 54 Chinese Apps
        Sweden Bans Huawei From 5G Network
        INDIA BANS 54 CHINESE APPS
        - India bans 54 Chinese apps
        • Indien verbietet 54 chinesische Apps
    """,
    "DIVEST_FORCE": """
        Washington told ByteDance to sell TikTok.
        Washington forderte ByteDance auf, TikTok zu verkaufen.
    """,
    "ENFORCE": """
        The Justice Department brought charges against two Iranians.
        A grand jury indicted Bankman-Fried.
        Ericsson was fined $206 million.
        Customs officers intercepted a shipment of 500 pistols.
        Das Justizministerium erhob Anklage gegen zwei Iraner.
        Gegen Ericsson wurde eine Geldbuße von 206 Millionen Dollar verhängt.
        Zöllner fingen eine Lieferung von 500 Pistolen ab.
        Judge Orders Trump to Pay $355 Million
        Google Fined $2.7 Billion by European Union
        Police Arrest Journalist in Moscow
        Binance Founder Pleads Guilty to Money Laundering
        POLICE ARREST JOURNALIST IN MOSCOW
        Google muss 2,4 Milliarden Euro Strafe zahlen
        Journalist in Moskau festgenommen
    """,
    "EVADE_VIOLATE": """
        Turkish traders dodged the sanctions.
        Seagate shipped drives to Huawei in breach of export rules.
        Türkische Händler umgingen die Sanktionen.
        Seagate lieferte unter Verstoß gegen Exportregeln Festplatten an Huawei.
        Die Firma unterlief das Ölembargo.
    """,
    "COUNTERMEASURE": """
        Beijing hit back with tariffs on American pork.
        Moscow answered by banning European food.
        China retaliated against the US over Huawei.
        Peking schlug mit Zöllen auf amerikanisches Schweinefleisch zurück.
        Moskau reagierte mit einem Einfuhrverbot für Lebensmittel.
        China revanchierte sich mit Strafzöllen.
        China Retaliates Against US Tariffs
    """,
    "LETTER": """
        Forty senators wrote to Biden.
        In an open letter, 1,000 researchers asked for a pause.
        Vierzig Senatoren schrieben an Biden.
        In einem offenen Brief baten 1000 Forscher um eine Pause.
        Zuckerberg sent a letter to the committee.
        More than 200 academics signed an open letter.
        In a letter seen by Reuters, the minister asks Brussels for help.
        The mayor wrote to the prime minister on Friday.
        Zuckerberg schickte dem Ausschuss einen Brief.
        Mehr als 200 Wissenschaftler unterzeichneten einen offenen Brief.
        In einem Schreiben, das Reuters vorliegt, bittet der Minister Brüssel um Hilfe.
    """,
    "CALL_FOR": """
        Human Rights Watch wants Berlin to stop the exports.
        Kyiv pleaded for more Patriots.
        Lawmakers pressed the Commerce Department to act.
        Amnesty appealed to Germany to halt the deportations.
        Human Rights Watch verlangt von Berlin einen Stopp der Exporte.
        Kiew bat um weitere Patriots.
        Abgeordnete drängten das Handelsministerium zum Handeln.
        Amnesty appellierte an Deutschland, die Abschiebungen zu stoppen.
        The opposition demanded that Scholz explain himself in parliament.
        Greenpeace urged a moratorium on deep-sea mining.
        Poland's prime minister is pushing for a no-fly zone.
        The unions want an eight percent pay rise.
        Washington has been leaning on The Hague to tighten the rules.
        The Pope appealed for an end to the fighting.
        Brussels gave Apple until June to open its payment system.
        He called on Tehran to release the hostages.
        Families of the victims are seeking compensation from Boeing.
        Estonia lobbied Berlin for Taurus missiles.
        Die Opposition verlangte, dass Scholz sich im Parlament erklärt.
        Greenpeace fordert ein Moratorium für den Tiefseebergbau.
        Polens Ministerpräsident dringt auf eine Flugverbotszone.
        Der Papst rief zu einem Ende der Kämpfe auf.
        Brüssel setzte Apple eine Frist bis Juni.
        Er mahnte Teheran, die Geiseln freizulassen.
        Angehörige der Opfer fordern Schadensersatz von Boeing.
        Estland warb in Berlin um Taurus-Raketen.
        Der Verband pocht auf Ausnahmen.
        Senators Urge Biden to Ban TikTok
        UN Calls for Ceasefire in Gaza
    """,
    "WARN": """
        The BSI cautioned against using Kaspersky software.
        MI5 alerted MPs to a Chinese agent.
        NATO sounded the alarm over sabotage in the Baltic Sea.
        Das BSI riet vom Einsatz von Kaspersky-Software ab.
        Der MI5 warnte Abgeordnete vor einer chinesischen Agentin.
        Die Nato schlug wegen Sabotage in der Ostsee Alarm.
        Economists warned of a recession.
        Health officials urged caution after the outbreak.
        Analysts see a growing risk of default in Pakistan.
        Ökonomen warnten vor einer Rezession.
        Das Auswärtige Amt rät von Reisen nach Haiti ab.
        Die Behörde mahnte zur Vorsicht.
        Der Geheimdienst sieht eine wachsende Gefahr durch russische Spione.
        FBI Warns of Chinese Hackers
        Verfassungsschutz warnt vor chinesischen Spionen
    """,
    "CONCERN": """
        Berlin voiced unease about the plans.
        The UN deplored the executions in Saudi Arabia.
        Paris took issue with the American subsidies.
        Human rights groups were up in arms over the deal.
        Berlin äußerte Unbehagen über die Pläne.
        Die UN beklagten die Hinrichtungen in Saudi-Arabien.
        Paris stieß sich an den amerikanischen Subventionen.
        Menschenrechtler liefen Sturm gegen das Abkommen.
    """,
    "ACCUSE": """
        Kyiv blamed Moscow for the blast.
        The FBI said Chinese hackers had stolen vaccine data.
        Berlin pointed the finger at Russian hackers.
        Kiew machte Moskau für die Explosion verantwortlich.
        Das FBI wirft chinesischen Hackern den Diebstahl von Impfdaten vor.
        Berlin beschuldigte russische Hacker.
        Prosecutors say the firm hid the defects for years.
        Beijing charged that Washington was abusing export controls.
        The report found that Boeing had concealed flaws.
        Nawalnys Verbündete verdächtigen den Kreml, ihn vergiftet zu haben.
        Die Staatsanwaltschaft legt der Firma Betrug zur Last.
        Peking hielt Washington vor, Exportkontrollen zu missbrauchen.
        US Accuses China of Hacking Microsoft
    """,
    "STATEMENT": """
        The ministry put the number of victims at 40.
        Das Ministerium bezifferte die Zahl der Opfer auf 40.
        The police confirmed the death of the suspect.
        The Financial Times reported that the deal had collapsed.
        The ministry announced that schools would stay closed.
        Die Polizei bestätigte den Tod des Verdächtigen.
        Das Ministerium teilte mit, die Schulen blieben geschlossen.
    """,
    "DENY_REJECT": """
        Huawei dismissed the allegations as groundless.
        Serbia turned down the request.
        Tehran shrugged off the ultimatum.
        Ankara ruled out sanctions against Russia.
        Huawei wies die Vorwürfe als haltlos zurück.
        Serbien lehnte die Bitte ab.
        Teheran ließ das Ultimatum kalt verstreichen.
        Ankara schloss Sanktionen gegen Russland aus.
        Tesla has denied wrongdoing.
        The Kremlin called the report nonsense.
        A court threw out Huawei's complaint.
        Hungary is blocking the aid package.
        Budapest vetoed the statement on Ukraine.
        Tesla bestreitet ein Fehlverhalten.
        Der Kreml bezeichnete den Bericht als Unsinn.
        Ein Gericht wies die Klage von Huawei ab.
        Ungarn blockiert das Hilfspaket.
        Budapest legte sein Veto gegen die Erklärung ein.
        Die Wähler lehnten den Steuerplan in einem Referendum ab.
        Kremlin Denies Poisoning Navalny
        Hungary Rejects EU Sanctions Plan
    """,
    "NO_COMMENT": """
        Nvidia would not comment.
        Huawei could not be reached for comment.
        Nvidia wollte sich nicht äußern.
        Huawei war für eine Stellungnahme nicht erreichbar.
    """,
    "MEET": """
        Xi hosted Macron in Beijing.
        Blinken flew to Kyiv for talks with Zelensky.
        Scholz and Macron spoke by phone.
        Wang Yi sat down with Borrell in Munich.
        The two ministers held their third round of talks in Geneva.
        Xi empfing Macron in Peking.
        Blinken flog zu Gesprächen mit Selenskyj nach Kiew.
        Scholz und Macron telefonierten.
        Wang Yi kam in München mit Borrell zusammen.
        Die beiden Minister trafen sich zur dritten Gesprächsrunde in Genf.
        Putin received Orban in the Kremlin.
        Yellen arrived in Beijing on Thursday for four days of talks.
        The leaders of the G7 gathered in Hiroshima.
        Biden and Xi held a video call.
        The NATO secretary general paid a visit to Ankara.
        Envoys from both countries came together in Muscat.
        Yellen traf am Donnerstag zu viertägigen Gesprächen in Peking ein.
        Die Staats- und Regierungschefs der G7 kamen in Hiroshima zusammen.
        Der Nato-Generalsekretär stattete Ankara einen Besuch ab.
        Unterhändler beider Länder trafen sich in Maskat.
        Xi Meets Putin in Beijing
        Blinken Visits Kyiv
        Scholz trifft Macron in Paris
        Scholz zu Besuch in China
    """,
    "AGREE_SIGN": """
        Ankara and Riyadh inked a defence pact.
        Finland struck a deal with Lockheed Martin.
        The two sides clinched a ceasefire agreement.
        Ankara und Riad schlossen einen Verteidigungspakt.
        Finnland unterzeichnete einen Vertrag mit Lockheed Martin.
        Die beiden Seiten einigten sich auf eine Waffenruhe.
        Germany and Qatar signed a 15-year gas contract.
        The EU sealed a trade deal with Mercosur.
        Seoul and Warsaw concluded a $13.7 billion arms contract.
        The UAW reached a tentative agreement with Ford.
        Niger and Russia agreed to deepen military ties.
        Ethiopia entered into a pact with Somaliland.
        Deutschland und Katar unterzeichneten einen Gasvertrag über 15 Jahre.
        Die EU besiegelte ein Handelsabkommen mit dem Mercosur.
        Seoul und Warschau schlossen einen Rüstungsvertrag über 13,7 Milliarden Dollar.
        Die UAW erzielte mit Ford eine vorläufige Einigung.
        Niger und Russland vereinbarten, ihre militärische Zusammenarbeit zu vertiefen.
    """,
    "THREATEN": """
        Trump threatened Mexico with tariffs.
        Moscow vowed to strike back if Finland joins NATO.
        Trump drohte Mexiko mit Zöllen.
        Moskau kündigte Vergeltung an, falls Finnland der Nato beitritt.
        Beijing promised consequences if Pelosi visits Taiwan.
        The union has threatened to strike over Christmas.
        Nordkorea drohte mit einer nuklearen Antwort.
        Die Gewerkschaft droht mit Streiks an Weihnachten.
        Trump Threatens Tariffs on Mexico
        Trump droht Mexiko mit Zöllen
    """,
    "DIPLO_MEASURE": """
        Prague threw out 18 Russian diplomats.
        Vilnius recalled its envoy from Beijing.
        Berlin summoned the Chinese ambassador.
        Canberra shut its embassy in Kabul.
        Prag warf 18 russische Diplomaten hinaus.
        Vilnius rief seinen Botschafter aus Peking zurück.
        Berlin bestellte den chinesischen Botschafter ein.
        Canberra schloss seine Botschaft in Kabul.
        Ecuador declared the Mexican ambassador persona non grata.
        Colombia severed relations with Israel.
        London called in the Iranian charge d'affaires.
        Riyadh sent the Canadian ambassador home.
        Ecuador erklärte die mexikanische Botschafterin zur unerwünschten Person.
        Kolumbien brach die Beziehungen zu Israel ab.
        Germany Expels Two Russian Diplomats
        Poland Recalls Ambassador From Hungary
        GERMANY EXPELS TWO RUSSIAN DIPLOMATS
        Berlin weist russische Diplomaten aus
    """,
    "INVESTIGATE": """
        The Commission opened a probe into Chinese electric cars.
        Prosecutors are looking into payments to Orban's party.
        Danish police launched an inquiry into the explosions.
        Die Kommission leitete eine Untersuchung zu chinesischen Elektroautos ein.
        Staatsanwälte gehen Zahlungen an Orbans Partei nach.
        Die dänische Polizei nahm Ermittlungen zu den Explosionen auf.
        The SEC has subpoenaed Binance.
        Police searched the offices of Deutsche Bank.
        The antitrust authority is scrutinising Meta's marketplace.
        French prosecutors have begun a criminal investigation into TotalEnergies.
        Boeing is being investigated over the door blowout.
        Ofcom launched a market study into cloud services.
        Die Polizei durchsuchte die Büros der Deutschen Bank.
        Das Kartellamt nimmt den Marktplatz von Meta unter die Lupe.
        Gegen Boeing wird wegen der herausgerissenen Tür ermittelt.
        Die französische Justiz ermittelt gegen TotalEnergies.
        EU Opens Probe Into TikTok
        Razzia bei Volkswagen
    """,
    "LEGISLATE": """
        The House passed the CHIPS Act.
        Parliament gave the bill its final approval.
        Senator Rubio tabled a bill on drones.
        Das Repräsentantenhaus verabschiedete den CHIPS Act.
        Das Parlament gab dem Gesetz endgültig grünes Licht.
        Senator Rubio brachte einen Gesetzentwurf zu Drohnen ein.
        The Bundestag approved the heating law.
        The Senate voted 79 to 18 for the aid bill.
        Hochul signed the measure into law.
        Georgia's parliament overrode the president's veto.
        The Knesset gave initial approval to the bill.
        Der Bundestag stimmte dem Heizungsgesetz zu.
        Der Senat votierte mit 79 zu 18 Stimmen für das Hilfspaket.
        Die Knesset billigte den Entwurf in erster Lesung.
        The European Parliament adopted the AI Act.
        Warsaw is drafting a law on foreign agents.
        The bill cleared the Senate on Tuesday.
        The lower house backed the reform by 312 votes to 200.
        Ministers approved a draft law that bans single-use plastics.
        The governor vetoed the bill.
        The law was repealed in 2011.
        Das Europaparlament nahm das KI-Gesetz an.
        Das Gesetz passierte am Dienstag den Senat.
        Das Unterhaus stimmte mit 312 zu 200 Stimmen für die Reform.
        Das Kabinett billigte einen Gesetzentwurf, der Einwegplastik verbietet.
        Das Gesetz wurde 2011 aufgehoben.
        Der Bundesrat hat das Gesetz gestoppt.
        House Passes Bill That Could Ban TikTok
        Bundestag beschließt Heizungsgesetz
    """,
    "REGULATE": """
        The FCC adopted new rules for undersea cables.
        Biden signed an executive order on outbound investment.
        Die FCC beschloss neue Regeln für Seekabel.
        Biden unterzeichnete ein Dekret zu Auslandsinvestitionen.
        The Commission proposed stricter rules for gig workers.
        Die Kommission schlug strengere Regeln für Plattformarbeiter vor.
        Die Umweltbehörde legte Grenzwerte für PFAS im Trinkwasser fest.
        Am Freitag trat eine neue Verordnung in Kraft.
        The Commerce Department issued a rule requiring carmakers to drop Chinese software.
        Trump signed an order freezing foreign aid.
        New emission limits for trucks come into force in July.
        The central bank scrapped its cap on interest rates.
        The bank supervisor imposed stricter capital requirements on UBS.
        Das Handelsministerium erließ eine Vorschrift, die Autobauern chinesische Software verbietet.
        Trump unterschrieb eine Anordnung, die Auslandshilfen einfriert.
        Neue Abgasgrenzwerte für Lastwagen treten im Juli in Kraft.
        Die Zentralbank schaffte ihre Zinsobergrenze ab.
        Die Bankenaufsicht verschärfte die Kapitalvorschriften für die UBS.
        Italien rief nach den Überschwemmungen den Notstand aus.
    """,
    "DELIBERATE": """
        Berlin is weighing a ban on Huawei.
        EU ministers discussed the 12th package.
        Berlin erwägt ein Verbot von Huawei.
        Die EU-Minister berieten über das 12. Paket.
        Brussels is considering tariffs on Chinese turbines.
        The cabinet debated the budget until midnight.
        Tokyo is mulling a ban.
        Das Kabinett beriet bis Mitternacht über den Haushalt.
        The Fed is debating whether to cut rates.
        Die Fed berät über eine Zinssenkung.
        Die EU-Botschafter befassen sich nächste Woche mit dem Vorschlag.
    """,
    "STRATEGY": """
        Berlin adopted its China strategy.
        Washington is shifting its focus to the Pacific.
        Berlin beschloss seine China-Strategie.
        Washington richtet sein Augenmerk auf den Pazifik.
        The Pentagon unveiled its new defence strategy.
        Beijing doubled down on its zero-Covid policy.
        The company is betting on electric vans.
        Norway has abandoned its policy of neutrality.
        Das Pentagon stellte seine neue Verteidigungsstrategie vor.
        Der Konzern setzt auf Elektrotransporter.
    """,
    "PARTNER": """
        BASF teamed up with Sinopec.
        Toyota and BYD set up a joint venture.
        BASF tat sich mit Sinopec zusammen.
        Toyota und BYD gründeten ein Gemeinschaftsunternehmen.
        Rheinmetall formed a joint venture with Ukroboronprom.
        Mercedes enlisted Nvidia to build its software.
        Volkswagen und Bosch arbeiten bei Chips zusammen.
        Rheinmetall gründete ein Gemeinschaftsunternehmen mit Ukroboronprom.
        Airbus and BMW joined forces on fuel cells.
        The BND works hand in hand with the CIA.
        Novo Nordisk has partnered with Valo Health.
        Stellantis entered into an alliance with Leapmotor.
        Airbus und BMW machen bei Brennstoffzellen gemeinsame Sache.
        Der BND arbeitet eng mit der CIA zusammen.
        Stellantis ging eine Allianz mit Leapmotor ein.
    """,
    "OWNERSHIP_CHANGE": """
        Cosco bought a stake in a Hamburg terminal.
        Broadcom swallowed VMware for $61 billion.
        Siemens spun off its energy arm.
        Shell exited its Russian joint venture.
        Cosco stieg bei einem Hamburger Terminal ein.
        Siemens spaltete seine Energiesparte ab.
        Shell zog sich aus seinem russischen Gemeinschaftsunternehmen zurück.
        Microsoft closed its purchase of Activision.
        Saudi Arabia's PIF upped its stake in Lucid.
        The merger between T-Mobile and Sprint was completed.
        Microsoft schloss den Kauf von Activision ab.
        Die UBS rettete die Credit Suisse für drei Milliarden Franken.
        Berlin verstaatlicht Uniper.
        Microsoft Buys Activision for $69 Billion
        Musk Completes Twitter Takeover
        Microsoft kauft Activision für 69 Milliarden Dollar
        Kuka: Midea übernimmt Mehrheit
    """,
    "SUPPLY": """
        Iran shipped drones to Russia.
        Norway handed over 22 howitzers to Ukraine.
        Iran lieferte Drohnen an Russland.
        Norwegen übergab der Ukraine 22 Haubitzen.
        Germany sent 18 Leopard 2 tanks to Ukraine.
        Pyongyang has sold shells to Moscow.
        Ukraine got 31 Abrams tanks from the United States.
        Poland donated 14 MiG-29 jets to Kyiv.
        ASML delivers its machines to SMIC.
        Berlin bought 35 F-35 jets from Lockheed Martin.
        Deutschland schickte 18 Leopard-2-Panzer in die Ukraine.
        Pjöngjang hat Granaten an Moskau verkauft.
        Die Ukraine erhielt 31 Abrams-Panzer aus den USA.
        North Korea Supplies Russia With Shells
        Deutschland liefert Panzer an Ukraine
    """,
    "LAUNCH_OPEN": """
        Tesla opened a plant in Grünheide.
        Huawei unveiled its Mate 60 phone.
        Intel broke ground on a factory in Ohio.
        Tesla eröffnete ein Werk in Grünheide.
        Huawei stellte sein Handy Mate 60 vor.
        Intel legte in Ohio den Grundstein für eine Fabrik.
        BYD launched its Seagull in Europe.
        The LNG terminal in Wilhelmshaven went into operation.
        SpaceX launched 23 Starlink satellites.
        Apple rolled out its Vision Pro headset.
        The bridge was opened to traffic on Monday.
        BYD brachte den Seagull in Europa auf den Markt.
        Die Brücke wurde am Montag für den Verkehr freigegeben.
    """,
    "PARTICIPATE": """
        Modi attended the G7 summit.
        Samarkand hosted the SCO summit.
        Modi nahm am G7-Gipfel teil.
        Baerbock spoke at the Munich Security Conference.
        Some 40 countries took part in the talks.
        Dubai is hosting the climate conference.
        Zelensky addressed the Bundestag by video link.
        Baerbock sprach auf der Münchner Sicherheitskonferenz.
        Rund 40 Länder nahmen an den Gesprächen teil.
        Dubai richtet die Klimakonferenz aus.
        Selenskyj hielt per Video eine Rede im Bundestag.
    """,
    "RESEARCH": """
        Harbin Institute developed a new missile sensor.
        North Korea tested a hypersonic missile.
        Das Harbin-Institut entwickelte einen neuen Raketensensor.
        Nordkorea testete eine Hyperschallrakete.
        Rheinmetall tested a laser cannon off Kiel.
        Scientists at MIT are working on a new battery.
        Pyongyang fired a ballistic missile into the Sea of Japan.
        BioNTech is developing a malaria vaccine.
        The agency carried out trials with the drone in Arizona.
        Rheinmetall erprobte vor Kiel eine Laserkanone.
        Forscher am MIT arbeiten an einer neuen Batterie.
        Pjöngjang feuerte eine ballistische Rakete ins Japanische Meer.
        BioNTech entwickelt einen Malaria-Impfstoff.
    """,
    "TECH_USE": """
        Police used Pegasus to spy on journalists.
        Hackers from APT28 broke into the servers of the SPD.
        Hacker von APT28 drangen in die Server der SPD ein.
        Chinese police track Uyghurs with facial recognition cameras.
        Russian hackers defaced Ukrainian government websites.
        Hackers stole data from the Marriott chain.
        A cyberattack crippled the Colonial Pipeline.
        NSO's software was used to eavesdrop on activists.
        Moscow throttled YouTube.
        Chinas Polizei verfolgt Uiguren mit Gesichtserkennungskameras.
        Russische Hacker griffen ukrainische Regierungsseiten an.
        Mit der Software von NSO wurden Aktivisten abgehört.
    """,
    "STATE_SUPPORT": """
        Berlin granted Intel ten billion euros in subsidies.
        Washington gave Ukraine $60 billion in aid.
        The EU cleared 902 million euros in aid for Northvolt.
        Japan is subsidising TSMC's plant in Kumamoto.
        Die EU genehmigte 902 Millionen Euro Beihilfen für Northvolt.
        Samsung erhält von der US-Regierung 6,4 Milliarden Dollar für sein Werk in Texas.
        Japan bezuschusst das Werk von TSMC in Kumamoto.
        Der IWF lieh Argentinien 44 Milliarden Dollar.
        Paris bailed out Air France.
        The World Bank approved a $1.5 billion loan for Ukraine.
        TSMC secured $6.6 billion in grants.
        Paris rettete Air France mit sieben Milliarden Euro.
        Die Weltbank bewilligte der Ukraine einen Kredit über 1,5 Milliarden Dollar.
        Berlin steckt drei Milliarden Euro in die Bahn.
        Germany Grants Intel 10 Billion Euros in Subsidies
    """,
    "INVEST_RESTRICT": """
        Berlin untersagte den Verkauf von Elmos an Silex.
        Kanada verbot chinesischen Firmen den Kauf von Lithiumminen.
        Germany Blocks Chinese Takeover of Chip Factory
    """,
    "IMPACT": """
        The embargo hurt Russian oil companies.
        The sanctions crippled Huawei's phone business.
        Die Sanktionen schadeten dem Handygeschäft von Huawei.
    """,
}
SENTENCES = [(event_type, line.strip()) for event_type, lines in TOLD.items() for line in lines.strip().splitlines()]


@pytest.fixture(scope="module")
def facts() -> dict[str, set[str]]:
    """The types of the events that each sentence, a document by itself, states as facts."""
    documents = [Document(str(n), text) for n, (_, text) in enumerate(SENTENCES)]
    return {
        text: {e.event_type for e in record.events if (e.modality, e.polarity) == ("asserted", "positive")}
        for (_, text), record in zip(SENTENCES, annotate_documents(documents, Settings()), strict=True)
    }


@pytest.mark.parametrize(("event_type", "text"), SENTENCES)
def test_what_news_tell_as_a_fact(event_type: str, text: str, facts: dict[str, set[str]]) -> None:
    assert event_type in facts[text]
