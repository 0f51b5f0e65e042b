/**
 * Words that mean nearly the same in the English of software, a group a line. Nothing here knows any note;
 * a vault adds its own groups with `search.synonyms` in its configuration.
 */
export const softwareSynonyms = `
delete, remove, erase
remove, delete, drop
rename, name
name, title, label
alternative name, alias, synonym
shortcut, hotkey, keybinding
keyboard, hotkey, key
window, pane
screen, display, monitor
dark mode, theme, appearance
colour, theme, appearance
font, typography, appearance
phone, mobile, android, ios
computer, desktop, device
laptop, desktop, computer
device, phone, computer
password, encryption, login
login, account, sign in
encrypt, encryption, cipher
backup, back up, copy, recover
restore, recover, recovery
undo, history, recover
history, version, past
price, pricing, cost, payment
money, payment, refund
pay, payment, purchase
buy, purchase
refund, money back
licence, license
website, site, web page
web address, url, domain, link
address, url, domain
internet, web, online
browser, web
article, page, post
picture, screenshot
sound, audio, voice
voice, audio, speech
record, recording, recorder
speech, voice, audio
presentation, slides
diagram, chart, graph
map, atlas
calendar, date, daily
diary, journal, daily note
day, daily
todo, task, checklist
template, boilerplate, skeleton
plugin, extension, add-on
extension, plugin
settings, preferences, options, configuration
configure, configuration, settings
preference, feedback, choice
metadata, properties, front matter
property, metadata, field
import, migrate, convert, move from
migrate, import, switch
export, convert, save as
convert, transform, format
transform, transformation, convert
synchronise, sync
share with, collaborate, team
colleague, team, collaborator
together, collaborate, shared
company, business, commercial, team
school, education, student
google, search engine, seo
search engine, seo, ranking
beginner, start, introduction
introduction, overview, basics
guide, help, manual, documentation
how to, guide
install, download, set up
update, upgrade
upgrade, update
version, release
`
