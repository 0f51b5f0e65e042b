/**
 * Words that mean nearly the same in German, with the English ones that German speakers of the trade use, folded, a group a line.
 * Nothing here knows any note; a vault adds its own groups with `search.synonyms` in its configuration.
 */
export const germanSynonyms = `
einrichten, installieren, aufsetzen, konfigurieren
installieren, installation, einrichten
konfiguration, einstellung, einstellungen, option
einstellen, konfigurieren, setzen
hochladen, upload, einstellen
upload, hochladen
download, herunterladen
herunterladen, download, abrufen, exportieren
export, ausfuhr, exportieren, ausgabe
import, einfuhr, importieren, einlesen, einspielen
backup, sicherung, datensicherung, sicherungskopie
wiederherstellen, wiederherstellung, zuruckspielen, restore
restore, wiederherstellung
update, aktualisierung, aktualisieren
upgrade, aktualisieren, umstieg
aktualisieren, update, neue version
migration, umstieg, umzug, wechsel
ausfallzeit, downtime, unterbrechung
downtime, unterbrechung, ausfall
release, veroffentlichung, veroffentlichen, freigabe
plugin, erweiterung, zusatz
plugins, erweiterungen
addon, erweiterung
entwickeln, schreiben, programmieren, entwicklung
login, anmeldung, anmelden
anmelden, einloggen, login
logout, abmelden
passwort, kennwort
passworter, kennworter
benutzer, nutzer, anwender, konto
account, konto, benutzer
single sign on, sso, oidc, openid
token, zugangsschlussel, schlussel
api, schnittstelle
endpunkt, adresse
request, anfrage
response, antwort
limit, grenze, begrenzung, obergrenze
timeout, zeituberschreitung, zeitgrenze
queue, warteschlange
job, aufgabe, auftrag
cache, zwischenspeicher
log, protokoll, protokollierung
logs, protokoll, protokollierung
logging, protokollierung, protokoll
monitoring, uberwachung
metrik, messwert, messwerte, kennzahl
alarm, warnung, benachrichtigung
benachrichtigung, meldung, nachricht
email, post, nachricht
mail, post, nachricht
mails, post, nachrichten
fehler, bug, problem
absturz, ausfall, fehler
kaputt, defekt, falsch, beschadigt
langsam, trage, performance, leistung
trage, langsam
performance, leistung, geschwindigkeit
schnell, rasch, geschwindigkeit
speicher, speicherplatz, platz
festplatte, speicherplatz, datentrager
voll, knapp
server, rechner, knoten
node, knoten
cluster, verbund
loadbalancer, lastverteiler
proxy, vermittler
firewall, netz
internet, netz, online
offline, ohne verbindung, abgeschottet
verschlusselung, verschlusseln, tls
sicherheit, security
sicherheitslucke, schwachstelle, lucke
schwachstelle, sicherheitslucke, lucke
virus, schadsoftware, malware
malware, virus, schadsoftware, viren
datenschutz, dsgvo
loschen, entfernen, tilgen
entfernen, loschen
andern, bearbeiten, anpassen
bearbeiten, andern, editieren
anlegen, erstellen, erzeugen
erzeugen, erstellen, anlegen
suchen, suche, finden
finden, suchen, auffinden
verschwunden, verloren, fehlt, weg
verloren, weg, fort
handy, telefon, smartphone
handy, mobiltelefon
drucken, ausdruck
scannen, scanner, einlesen
texterkennung, ocr
ocr, texterkennung
bildschirmleser, screenreader, vorleseprogramm
screenreader, vorleseprogramme, barrierefrei
barrierefrei, barrierefreiheit
ubersetzen, ubersetzung, sprache
sprache, sprachen, mehrsprachig
ordner, verzeichnis
datei, dokument
akte, vorgang
dokument, unterlage, datei
tabelle, liste
datenbank, db
test, prufung
tests, prufungen
architektur, aufbau, struktur
quelltext, code, quellcode
code, quelltext, programm
branch, zweig
pagination, seitenweise, blattern
mitarbeiten, beitragen, mitmachen
auto, wagen, fahrzeug
arzt, doktor, praxis
krankheit, erkrankung
schmerz, schmerzen, weh
urlaub, ferien, reise
reise, fahrt, urlaub
wohnung, haus, zuhause
geld, kosten, preis
kaufen, erwerben, besorgen
rechnung, beleg, quittung
arbeit, beruf, job
chef, vorgesetzter
kind, kinder
mutter, mama
vater, papa
essen, mahlzeit, speise
kochen, rezept, zubereiten
backen, kuchen, teig
`
