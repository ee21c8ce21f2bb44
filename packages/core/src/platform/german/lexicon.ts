import { fold } from './fold.ts'

/*
 * Simple German nouns, and the stems that stand at the beginning of compounds, as public administration and its IT use
 * them. Collected for this product. A word belongs here when compounds are made with it and it is none itself, or is one
 * that nobody takes apart (Antrag, Haushalt). Plural forms stand here where no linking element makes them.
 */
const nouns = `
Abfall Abgabe Ablage Ablauf Abnahme Abrechnung Absatz Abschluss Absender Absicherung Abstand Abstimmung Abteilung Abwasser
Abwehr Adresse Agentur Akademie Akte Akteur Aktion Akzeptanz Alarm Algorithmus Alltag Alter Ampel Amt Analyse Anbieter
Anforderung Anfrage Angebot Angriff Anhang Anlage Anleitung Anliegen Anmeldung Anordnung Anschluss Ansicht Ansprache Anstalt
Antrag Antwort Anwalt Anwendung Anzeige App Arbeit Archiv Art Arzt Assistent Assistenz Asyl Attacke Audio Audit Aufbau Auffassung
Aufgabe Auflage Aufnahme Aufsicht Auftrag Aufwand Ausbau Ausbildung Ausfall Ausgabe Auskunft Ausländer Ausnahme Ausschreibung
Ausschuss Außen Ausstattung Austausch Ausweis Auswertung Authentifizierung Auto Automat Automation Automatisierung Autonomie
Backup Bad Bahn Band Bank Barriere Basis Bau Beamte Bearbeitung Bedarf Bedienung Bedrohung Befragung Befund Begleitung
Begriff Behälter Behandlung Behörde Beispiel Beitrag Beleg Bereich Bereitstellung Bericht Beruf Beschaffung Bescheid
Beschluss Beschwerde Besuch Beteiligung Betreuung Betrieb Betroffene Betrug Bevölkerung Bewerber Bewerbung Bewertung
Bewusstsein Beziehung Bezirk Bibliothek Bild Bildung Bildschirm Bindung Blatt Block Boden Bot Brand Breitband Brief Bruch
Brücke Browser Buch Buchung Budget Bund Bündelung Bündnis Burg Bürger Bürgermeister Büro Bus Bußgeld Café Camp Campus
Chance Chat Chatbot Chef Chip Cloud Code Computer Controlling Cyber Dach Darstellung Daten Datei Dauer Debatte Demografie
Demokratie Denken Denkmal Design Dialog Dienst Dienstleister Dienstleistung Digital Digitalisierung Diskussion Distanz
Dokument Dokumentation Domäne Dorf Drohne Druck Drucker Durchführung Ebene Echtzeit Effekt Ehe Ehrenamt Eigen Eigentum
Einführung Eingang Eingabe Eingriff Einheit Einkauf Einkommen Einladung Einrichtung Einsatz Einsicht Einwilligung Einwohner
Einzel Elektro Element Eltern Empfang Empfehlung Energie Engagement Entlastung Entscheider Entscheidung Entsorgung Entwicklung
Entwurf Erbe Ereignis Erfahrung Erfassung Erfolg Ergebnis Erkenntnis Erkennung Erklärung Erlass Ermittlung Ernst Ersatz
Erstattung Erziehung Euro Evaluation Existenz Experte Experiment Export Fabrik Fach Fahr Fahrt Fahrrad Fahrzeug Faktor Fall
Familie Farbe Fehler Feier Feld Fenster Ferien Fern Feuer Feuerwehr Figur Film Filter Finanz Finanzierung Finanzen Firewall Firma
Firmen Fläche Flotte Flucht Flüchtling Flug Fluss Flut Folge Förder Förderung Form Format Formular Forschung Forst Fort Fortschritt
Forum Frage Frau Freigabe Freiheit Freizeit Fremd Frist Frühling Führerschein Führung Funk Funktion Funktionär Fuß Garten Gast
Gäste Gebäude Gebiet Gebühr Geburt Gedanke Gefahr Gefahren Gefährdung Gegenstand Gehalt Geheim Geist Geld Gemeinde Gemeinschaft
Genehmigung Generation Genossenschaft Gerät Gericht Gesamt Geschäft Geschichte Gesellschaft Gesetz Gespräch Gestaltung
Gesundheit Gewalt Gewerbe Gewinn Gewinnung Gipfel Glas Gleichstellung Gremium Gremien Grenz Grenze Größe Gruppe Grund Grün Gutachten
Güte Haftung Hafen Hacker Halle Haltung Hand Handel Handlung Handwerk Haupt Haus Haushalt Heim Heft Heizung Helfer
Herausforderung Herkunft Hersteller Hilfe Hilf Himmel Hindernis Hinweis Hitze Hof Holz Hotel Hund Hürde Identifikation Identität
Image Impf Impfung Impuls Index Industrie Information Infrastruktur Initiative Inklusion Innen Innovation Insel Institut
Instrument Integration Intelligenz Interesse Internet Inventar Investition Jahr Jugend Jurist Justiz Kabel Kabinett Kamera Kammer Kampagne
Kanal Kanzlei Kapazität Kapital Karriere Karte Kasse Kataster Katalog Katastrophe Kauf Kenn Kennung Kern Kette Kinder Kind Kirche
Kita Klage Klang Klasse Klausel Klausur Klick Klima Klinik Knoten Koch Kollege Kolleg Kommission Kommunal Kommune Kommunikation Kompetenz
Komponente Konferenz Konflikt Kongress Konsolidierung Konsortium Kontakt Konten Konto Kontext Kontroll Kontrolle Konzept Konzern
Kooperation Koordination Koordinator Kopf Körper Kosten Kraft Kranken Krankheit Kreativität Kreis Krieg Krise Krisen Kriminalität Kriterium Kriterien
Kultur Kunde Kunst Kündigung Kurs Labor Lager Land Länder Last Lauf Leben Lehr Lehre Lehrer Leit Leiter Leitung Lern
Lernen Lese Licht Liegenschaft Linie Liste Lizenz Logik Lohn Lokal Lösch Löschung Lösung Lotse Lücke Luft Lüge Magazin Magistrat Mahn
Makler Management Mangel Mängel Mann Marke Markt Maschine Masse Maß Maßnahme Material Mechanismus Medien Meeting Meister Melde Meldung Mensch Mentor
Merkmal Messe Mess Messung Metadaten Methode Methodik Miet Miete Migration Mini Minister Ministerium Mitarbeiter Mitglied Mittel
Mobil Mobilität Mobbing Modell Moderation Modernisierung Modul Monat Monitoring Motivation Motor Müll Multi Museum
Muster Nachfrage Nachfolge Nachhaltigkeit Nachricht Nachweis Name Nation National Natur Netz Netzwerk Neu Newsletter Norm Not Notar Notfall Nummer
Nutzen Nutzer Nutzung Objekt Offensive Öffentlichkeit Office Öffnung Online Onlinedienst Optimierung Option Orchester Ordnung Organ Organisation
Orientierung Ort Ost Pädagogik Paket Panel Panne Papier Park Parlament Partei Partner Partnerschaft Pass Passwort Patent Patient Pause
Pension Performance Person Personal Personen Perspektive Pfad Pflege Pflicht Phase Phishing Pilot Plakat Plan Planer Planung
Plattform Platz Politik Polizei Pool Portal Position Post Postfach Potential Potenzial Praktik Praktikum Präsentation Praxis
Preis Presse Prinzip Priorität Privat Privatsphäre Problem Produkt Produktion Profil Prognose Programm Programmierung Projekt
Protokoll Provider Prozess Prüf Prüfer Prüfung Publikum Punkt Qualifikation Qualifizierung Qualität Quartier Quell Quelle Quote Rad Rahmen Rand Rang Ransomware Rat
Rathaus Raum Reaktion Realität Rechen Rechenschaft Rechner Rechnung Recht Rechts Redaktion Referat Referent Reform Regel Regelung
Regie Regierung Region Regional Register Regulierung Reife Reihe Reise Rekord Relevanz Rente Reparatur Reporting Repository Reserve
Resilienz Ressort Ressource Rest Rettung Revision Rhythmus Richtlinie Ring Risiko Risiken Roboter Rohstoff Rolle Rück
Rückblick Rückmeldung Ruhe Ruhestand Rundfunk Sache Sach Saal Sackgasse Säule Sammlung Satz Satzung Schaden Schadens Schalter Schatz Schema Schicht
Schiff Schlüssel Schnitt Schnittstelle Schrift Schritt Schul Schuld Schule Schüler Schulung Schutz Schwelle Schwerpunkt See Seite Sekretariat
Sektor Selbst Selbstverwaltung Seminar Senat Senior Senioren Sensibilisierung Sensor Server Service Sicherheit Sicherung
Sicht Siedlung Signal Signatur Simulation Sitz Sitzung Skizze Smart Software Soll Sommer Sonder Sorge Souveränität Sozial
Spar Sparkasse Speicher Spende Sperr Spiel Sport Sprache Sprach Sprecher Sprechstunde Staat Stab Stadt Staffel Stamm Stand
Standard Standardisierung Standort Start Statistik Status Staub Stelle Stellen Steuer Steuerung Stichprobe Stick Stiftung Stil Stimme Stimm Störung Strahl
Straße Strategie Strecke Streit Strom Struktur Studie Studien Studium Stufe Stunde Suche Such Support System Tabelle Tafel
Tag Tages Tagung Takt Täter Team Technik Technologie Teil Teilhabe Teilnehmer Telefon Telemedizin Termin Terminal Terror Test Text Theater Thema
Themen Theorie Ticket Tier Titel Tisch Tod Ton Tool Tor Tour Tourismus Träger Transfer Transformation Transparenz Transport
Treffen Trend Treuhand Trink Tür Turm Typ Übergabe Übergang Übersetzung Übersicht Überwachung Übung Uhr Umbau Umfang
Umfrage Umgebung Umlage Umsatz Umsetzung Umstellung Umwelt Umzug Unfall Union Universität Unterhalt Unterlage Unternehmen
Unterricht Unterschrift Unterstützung Untersuchung Urkunde Urlaub Urteil Veränderung Veranstaltung Verantwortung Verband
Verbands Verbesserung Verbindung Verbot Verbrauch Verbraucher Verein Vereinbarung Vereinfachung Verfahren Verfassung
Verfolgung Verfügbarkeit Verfügung Vergabe Vergleich Vergütung Verhalten Verhandlung Verkauf Verkehr Verlag Verlust Vermittlung
Vermögen Vernetzung Verordnung Verpflichtung Versand Verschlüsselung Versicherung Versorgung Verständnis Versuch Vertrag
Vertrauen Vertreter Vertretung Verwalter Verwaltung Verwendung Verzeichnis Video Vielfalt Virus Vision Visum Volk Vollzug
Voraussetzung Vorbereitung Vorbild Vorfall Vorgabe Vorgang Vorhaben Vorlage Vorrat Vorschlag Vorschrift Vorstand Vorstellung
Vorteil Vortrag Vorsorge Wahl Wähler Wald Wand Wandel Wärme Warn Warnung Warte Wasser Web Wechsel Weg Wehr Weiterbildung
Welt Werbung Werk Werkstatt Werkzeug Wert Wesen West Wettbewerb Wetter Wider Widerspruch Widerstand Wille Winter Wirklichkeit Wirkung
Wirtschaft Wissen Wissenschaft Woche Wohn Wohngeld Wohnung Wort Wunsch Würde Zahl Zahlung Zeichen Zeile Zeit Zeitung Zelle
Zensus Zentral Zentrum Zentren Zertifikat Zertifizierung Zeugnis Ziel Zivil Zoll Zone Zoo Zufall Zufriedenheit Zug Zugang
Zugriff Zukunft Zulassung Zusage Zuschuss Zuständigkeit Zustand Zustellung Zustimmung Zuwanderung Zuwendung Zweck Erzeugnis
Groß Klein Hoch Tief Kurz Lang Schnell Früh Spät Voll Leer Halb Doppel Nord Süd Mittel Ober Zwischen Gleich Schwer Leicht Gegen
Nahverkehr Nah Aktivität Berater Beratung Aussage Ausfertigung Beobachtung Beurteilung Darlehen Einbürgerung Elektronik
Empfänger Erlaubnis Fertigung Festlegung Freund Gruß Herd Inhalt Inhaber Kenntnis Klärung Klausel Konfiguration Leistung
Lieferung Lieferant Liefer Mandant Mandat Mandats Niederlassung Offenheit Ordner Patch Plenum Plenar Podium Podiums Quiz Rabatt
Rotation Router Scan Scanner Schwachstelle Skalierung Sprung Stau Struktur Subvention Tarif Tausch Tempo Treiber Umkehr
Verarbeitung Verteidigung Verteilung Verlauf Vertrieb Verwahrung Verzug Vollmacht Wache Wachs Wartung Weisung Zuordnung
Zusatz Zuteilung Zuweisung Geber Nehmer Halter Führer Macher Tester Bauer Nachbar Nachbarschaft Ehren Straf Strafe Rechtsprechung
Impressum Kennwort Konvent Krankenhaus Lebens Marketing Maut Mikro Musik Obdach Pandemie Pate Paten Prämie Presbyter Sanierung
Grad Foto Anlauf Ansatz Feedback Workshop Direktion Direktor Bedingung Training Response Spektrum Multiplikator Vorsitzende Fähigkeit
Beauftragte Intensität Ausrichtung Schleife Publikation Haltestelle Einnahme Fahndung Vernehmung Register Kataster Satellit Skript Spiegel Spitze Spitzen Station Substanz Tank Traum Truppe Verfall Verfolger Verkettung Verleih Verlage Verschluss
`

/** Words that can be read as compounds but are none for a reader: names, weekdays, and nouns that mean something else. */
const indivisible = `
Dienstag Donnerstag Samstag Sonntag Montag Freitag Mittwoch Bundestag Landtag Fachtag Landrat Brandenburg Magdeburg
Mecklenburg Merseburg Naumburg Quedlinburg Bernburg Altenburg Ravensburg Hamburg Freiburg Augsburg Würzburg Regensburg Duisburg
Oldenburg Lüneburg Wolfsburg Marburg Siegburg Ludwigsburg Nürnberg Heidelberg Bamberg Halberstadt Darmstadt Ingolstadt
Eberstadt Rudolstadt Arnstadt Neustadt Karlstadt Eisenach Nordhausen Mühlhausen Sangerhausen Frankfurt Dresden Leipzig Rostock
Schwerin Potsdam Cottbus Chemnitz Zwickau Plauen Görlitz Bautzen Meißen Torgau Wittenberg Dessau Stralsund Greifswald
Wismar Güstrow Weimar Gotha Suhl Gera Jena Erfurt Saalfeld Sonneberg Hildesheim Mannheim Pforzheim Rosenheim Offenbach
Wirtschaft Landschaft Mannschaft Botschaft Ortschaft Handschuh Handtuch Standpunkt Zeitpunkt Zeitraum Tatsache
Hauptsache Ursache Antwort Gegenwart Bahnhof Friedhof Augenblick Augenhöhe Kindergarten Hochzeit Jahrzehnt Jahrhundert
Verstand Umstand Abstand Gutschein Anlass Einzelheit Gesamtheit Mehrheit Minderheit Wahrheit Testament Element Minute
Notiz Noten Partei Parteien Personalien Radar Rating Ration Rational Station Stationen Tonne Torte Typisch Zugleich Zutat
Artikel Artist Amtlich Baum Bauch Bauern Beton Buchstabe Erbse Fachlich Formel Formal Formell Hofft Kernig Kopie Landen
Lasten Leiten Marketing Nation Organisch Planet Porto Postern Reihen Rentner Spielen Stellung Strom Teller Testen Wortlaut
Weltweit Bundesweit Landesweit Grundlage Grundlagen Grundsatz Vorsitz Hinterland Verlauf Urwald Anwalt Einfalt Sorgfalt
Kollegium Referendar Ministerin Seminare Semester Konsens Wegen Wegfall Ortung Rate Raten Staaten Zusammenarbeit Ebenfalls Jedenfalls Keinesfalls Städtisch Gesetzlich
`

function listed(words: string): ReadonlyMap<string, string> {
  return new Map(
    words
      .trim()
      .split(/\s+/)
      .map((word) => [fold(word), word]),
  )
}

/** Shipped simple nouns: folded, and as they are written. */
export const writtenNouns = listed(nouns)

/** Shipped simple nouns, folded. */
export const simpleNouns: ReadonlySet<string> = new Set(writtenNouns.keys())

/** Shipped words that must not be split, folded. */
export const indivisibleWords: ReadonlySet<string> = new Set(listed(indivisible).keys())
