/*
 * Words that people of public administration use for one thing. Collected for this product; the topics of a conference
 * add theirs. Each line is one notion; what is found by one wording is found by the others, a little lower.
 */
const notions = `
E-Akte; elektronische Akte; digitale Akte; elektronische Aktenführung; digitale Aktenführung; E-Aktenführung
E-Rechnung; elektronische Rechnung; XRechnung; elektronische Rechnungsbearbeitung; elektronischer Rechnungseingang; digitale Rechnung
E-Government; elektronische Verwaltung; digitale Verwaltung; Verwaltungsdigitalisierung; Digitalisierung der Verwaltung; eGov
Onlinezugangsgesetz; OZG
Datenschutz-Grundverordnung; DSGVO; DS-GVO; EU-Datenschutzgrundverordnung; GDPR; General Data Protection Regulation
künstliche Intelligenz; KI; artificial intelligence; AI; maschinelles Lernen; machine learning; Sprachmodell; LLM; GPT
IT-Sicherheit; Informationssicherheit; Cybersicherheit; Cyber Security; Cybersecurity; IT-Security; Datensicherheit
Cyberangriff; Cyberattacke; Hackerangriff; Hacker; Ransomware; Ransomware-Angriff; Erpressungstrojaner; Schadsoftware; Sicherheitsvorfall; IT-Sicherheitsvorfall
Phishing; gefälschte Mail; gefälschter Link; Social Engineering
Sensibilisierung; Awareness; Sicherheitsschulung; Security Awareness; Bewusstsein
Personalgewinnung; Recruiting; Personalsuche; Stellenbesetzung; Bewerbermanagement; Fachkräftegewinnung; Arbeitgebermarke; Employer Branding
Fachkräftemangel; Personalmangel; Fachkräfte
Personalführung; Teamführung; Mitarbeiterführung; Führungskraft; Leadership
Homeoffice; mobiles Arbeiten; Telearbeit; mobile Arbeit; Heimarbeit; remote work
Kita; Kindertageseinrichtung; Kindertagesstätte; Kindergarten; Krippe
Kitaportal; Elternportal; Kita-Portal; Kitaplatzvergabe
Bürgerservice; Bürgeramt; Bürgerbüro; Bürgerdienste; Bürgerinnenservice
Serviceportal; Bürgerportal; Verwaltungsportal; Serviceplattform
Online-Dienst; Onlinedienst; Online-Service; digitale Verwaltungsleistung; elektronischer Verwaltungsdienst; digitaler Verwaltungsdienst
Vergabe; Ausschreibung; Beschaffung; Vergaberecht; Vergabeverfahren; Procurement; IT-Vergabe
Anforderungsmanagement; Requirements Engineering; Anforderungsanalyse
ersetzendes Scannen; TR-RESISCAN; RESISCAN; Digitalisieren von Papierakten
Dokumentenmanagement; DMS; Dokumentenmanagementsystem; Schriftgutverwaltung
interkommunale Zusammenarbeit; interkommunale Kooperation; Verwaltungskooperation; IKZ; kommunale Zusammenarbeit
Zusammenarbeit; Kooperation; Partnerschaft
Open Source; freie Software; quelloffene Software; offener Quellcode; Open-Source-Software; FOSS; öffentlicher Code
Chatbot; Dialogassistent; digitaler Assistent
Social Media; soziale Medien; soziale Netzwerke
Notfallplan; Notfallmanagement; Krisenmanagement; Business Continuity; BCM; Notfallkonzept; Krisenplan
Wiederanlauf; Wiederherstellung; Recovery; Desaster Recovery; Disaster Recovery
Datensouveränität; digitale Souveränität
Smart City; intelligente Stadt; smarte Stadt
Videokonferenz; Videocall; Videokonferenzsystem; Skype
Besprechung; Meeting; Sitzung; Beratungstermin
Bürgermeister; Oberbürgermeister; OB; Stadtoberhaupt
Landkreis; Kreis; Landratsamt; Kreisverwaltung
Gemeinde; Kommune; Stadtverwaltung; Gemeindeverwaltung; Kommunalverwaltung
IT-Dienstleister; Rechenzentrum; kommunaler IT-Dienstleister; IT-Dienstleistung
Prozessmanagement; Geschäftsprozess; Geschäftsprozessmanagement; BPM; Prozessoptimierung; Prozessautomatisierung
Automatisierung; RPA; Robotic Process Automation; Autopilot
Chief Information Officer; CIO; IT-Leiter; IT-Leitung
Chief Digital Officer; CDO; Digitalisierungsbeauftragte; Digitalbeauftragte
Digitalisierungskonzept; Digitalisierungsstrategie; Digitalstrategie; digitale Agenda; Digitalkonzept
Grundschutz; IT-Grundschutz; Basisabsicherung; WiBA; Weg in die Basisabsicherung
Bundesamt für Sicherheit in der Informationstechnik; BSI
Bundesministerium des Innern; BMI; Bundesinnenministerium
Kommunale Gemeinschaftsstelle für Verwaltungsmanagement; KGSt
Sächsischer Städte- und Gemeindetag; SSG
digitaler Zwilling; Digital Twin; urbaner Zwilling
Geoinformation; GIS; Geodaten; Geoinformationssystem
Barrierefreiheit; barrierefrei; Accessibility; Inklusion
Nachhaltigkeit; Green IT; Klimaschutz
Fachverfahren; Verwaltungssoftware; Fachanwendung
Workshop; Werkstatt; Arbeitsgruppe
Impulsvortrag; Keynote; Eröffnungsvortrag; Impuls
Vortrag; Talk
Podiumsdiskussion; Panel; Diskussionsrunde; Podium; Diskussionspanel
Körpersprache; nonverbale Kommunikation; Mimik
Feuerwehr; Branddirektion; Brandschutz; Leitstelle; Rettungsdienst; Katastrophenschutz
Unterlagen; Folien; Präsentation; Slides; Download
Ausfall; Vertretung; Ersatz; Ersatzvortrag
Bürgerbeteiligung; Beteiligung; Partizipation
Rückblick; Nachbericht; Nachlese; Recap
Ansprechpartner; Kontakt; Ansprechperson
`

/** Each notion as the wordings that stand for it. */
export const thesaurus: readonly (readonly string[])[] = notions
  .trim()
  .split('\n')
  .map((line) => line.split(';').map((wording) => wording.trim()))
