/* eslint-disable max-lines -- a table */
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
get rid of, delete, remove, uninstall
throw away, delete, trash, discard
trash, recycle bin, bin, deleted
wipe, erase, clear, reset
uninstall, remove
deactivate, disable, turn off
cancel, unsubscribe, stop
unsubscribe, cancel
subscribe, subscription, plan
subscription, membership, plan
plan, tier, subscription
invoice, bill, receipt, billing
billing, invoice, payment
credit card, payment, billing
discount, coupon, voucher, reduced
free, gratis, no cost
trial, free trial
donate, donation, sponsor, support
customer service, support, contact
get help, support, help, contact
support, help
ask, question, faq
frequently asked questions, faq
problem, issue, trouble, bug
trouble, troubleshoot, problem
troubleshoot, fix, debug, diagnose, solve
fix, repair, resolve, mend, solve
bug, defect, error, issue
report a bug, issue, feedback
feedback, report, suggestion
crash, freeze, hang
freeze, hang, stuck, unresponsive
stuck, hang, frozen
slow, performance, lag
lag, delay, latency, slow
performance, speed, fast
does not work, fails, broken, error
not working, broken, fails
fails, error, failure
warning, alert, caution
alert, notification, reminder
notify, notification, alert
reminder, notification, alarm
message, notice, notification
mute, silence, disable
sign up, register, create account, subscribe
register, sign up, registration
sign in, log in, login
log out, sign out, logout
log in, login, authenticate, sign in
authenticate, authentication, login, sign in
two factor, 2fa, two-factor authentication
two-step verification, two-factor authentication, 2fa
forgot, lost, recover, reset
lost, missing, recover, disappear
disappear, vanish, missing, lost
vanish, disappear, lost
lost work, recover, recovery, restore
passphrase, password
pin, passcode, password
credential, password, login
secret, key, password, private
private, privacy, hidden, secret
privacy, private, data protection
confidential, private, encrypted
lock, protect, encrypt, password
protect, secure, lock, guard
secure, security, safe, encrypted
permission, access, right, allow
access, permission, open
allow, permit, enable, grant
grant, allow, permission
forbid, deny, block, disallow, restrict
block, forbid, prevent, exclude
restrict, limit, forbid
admin, administrator, owner, manager
administrator, admin, superuser, root
user, account, profile
profile, account, user
invite, add member, share
member, user, collaborator
guest, visitor, viewer
viewer, reader, guest
hide, exclude, ignore, conceal
exclude, ignore, skip, omit, leave out
leave out, exclude, omit, ignore
ignore, skip, exclude
skip, omit, pass over
fold, collapse, hide, outline
collapse, fold, hide
expand, unfold, open, show
unfold, expand
sidebar, side panel, pane
side panel, sidebar, panel
panel, pane, sidebar
split, side by side, pane
side by side, split, next to
tab, pane, window
pop-up, popover, dialog, modal
popup, popover, dialog
preview, hover, popover, view
hover, mouse over, preview
tooltip, hover, hint
dialog, window, prompt
menu, dropdown, context menu
right click, context menu
drop-down, dropdown, menu, select
toolbar, ribbon, menu
ribbon, toolbar
button, icon, control
icon, symbol, favicon, image
status bar, footer
full screen, zen, distraction
zoom, enlarge, magnify, scale
enlarge, zoom, bigger, increase
bigger, larger, increase, enlarge
smaller, reduce, decrease, shrink
shrink, reduce, compress, smaller
scroll, move, page
drag, move, drag and drop
drag and drop, drag, move
click, tap, press, select
tap, click, touch
swipe, gesture, touch
touch, tap, mobile
press, click, hit, key
keystroke, shortcut, key
key binding, keybinding, shortcut, hotkey
key combination, shortcut, hotkey
command, action, function
command line, terminal, cli, shell, console
terminal, command line, console, shell
console, terminal, log
shell, command line, terminal
palette, launcher, menu
quick switcher, jump, open quickly
jump, go to, navigate, switch
go to, jump, open, navigate
navigate, move, browse, go
go back, back, return, previous
previous, back, before, earlier
next, forward, following
bookmark, favourite, favorite, star, pin
favorite, favourite, bookmark, star
favourite, favorite, bookmark
star, bookmark, favorite
pin, bookmark, stick
dark, night, theme
night mode, dark mode, theme
light, bright, theme
skin, theme, style
theme, style, look, appearance
look, appearance, style, theme
style, css, theme, format
customise, customize, theme, style, adapt
customize, customise, configure, change
personalise, customize, theme
css, style, stylesheet
stylesheet, css, style
font size, text size, appearance
bold, emphasis, strong
italic, emphasis
strike through, strikethrough, cross out
cross out, strikethrough
highlight, mark, emphasize
underline, emphasis
bullet, list, item
bullet points, list, unordered list
numbered list, ordered list
checkbox, task, todo, checklist
to do, task, todo, checklist
tick, check, complete
tick off, complete, check
done, complete, finished
deadline, due, due date
due, deadline
heading, title, header, section
header, heading
footer, bottom
table of contents, outline, toc
outline, structure, headings, table of contents
quote, blockquote, citation
quotation, quote, blockquote
admonition, callout, box
info box, callout, admonition
note, page, document
document, file, page, note
file, document
notebook, vault, workspace, folder
vault, workspace, notebook, collection
workspace, layout, session
layout, arrangement, workspace
folder, directory
directory, folder
subfolder, folder, nested
move, transfer, migrate, drag
copy, duplicate, clone
duplicate, copy, clone
clone, copy, duplicate
paste, insert, clipboard
clipboard, copy, paste
insert, add, embed, put
embed, include, insert, transclusion
include, embed, import, insert
transclude, embed, include
attach, attachment, upload, file
attachment, file, media, upload
upload, attach, send, publish
download, save, get, fetch
save, store, keep, write
autosave, save automatically
store, save, keep, storage
storage, space, disk, store
disk, drive, storage
cloud, online, sync, remote
dropbox, cloud, sync
icloud, cloud, sync
google drive, cloud, sync
offline, without internet, local
local, offline, on device
remote, server, online
server, host, remote
host, server, hosting, publish
hosting, host, publish, server
publish, release, post, share
go live, publish, deploy
deploy, release, publish
blog, site, publish, website
homepage, home page, index, start page
landing page, home page, homepage
visitor statistics, analytics
visitors, analytics, traffic
statistics, analytics, count, metrics
analytics, statistics, tracking
tracking, telemetry, analytics
telemetry, tracking, data collection
word count, count, statistics
count, number, total
domain name, domain, url
link, connect, reference, url
hyperlink, link, url
backlink, linked mention, incoming link
incoming link, backlink
broken link, dead link, unresolved
dead link, broken link
connect, link, relate, join
relation, relationship, link
relationship, relation, connection
network, graph, web
mind map, graph, canvas
whiteboard, canvas, board
board, canvas, kanban
kanban, board
drawing, canvas, sketch
sketch, drawing
visualise, visualize, graph, view
visualize, graph, plot, display
plot, graph, chart
chart, graph, diagram
flowchart, diagram, mermaid
equation, formula, math
formula, equation, math, latex
math, latex, formula, equation
mathematics, math, latex
latex, math, formula
code, snippet, source
snippet, fragment, template
source code, code, source
spreadsheet, table, csv
table, grid, spreadsheet
grid, table
column, field
row, line, record
cell, field
database, table, base
query, search, filter, select
filter, narrow, search, select
narrow down, filter, restrict
sort, order, arrange
arrange, order, sort, organize
order, sort, sequence
organise, organize, arrange, structure
organize, arrange, structure, group
categorise, category, tag, classify
category, tag, topic, group
label, tag, category
keyword, tag
hashtag, tag
tag, label, category
find and replace, replace, search
replace, substitute, swap, change
substitute, replace
swap, exchange, switch, replace
regular expression, regex, pattern
regex, regular expression, pattern
wildcard, glob, pattern
pattern, template, regex
spell check, spelling, spellcheck
spelling, spell check, dictionary
translate, language, translation
translation, language, localization
language, locale, translation
locale, language, region
time zone, timezone
date format, date, time
timestamp, date, time
clock, time
random, surprise, chance
random note, surprise
merge, combine, join, unite
combine, merge, join
split, divide, separate
divide, split, separate
extract, pull out, take out
append, add, attach
prepend, add at the top
edit, change, modify, write
modify, change, edit, alter
change, edit, modify, alter
alter, change, modify
editor, writing, edit
wysiwyg, live preview, editing
reading view, preview, read mode
read only, view, locked
read aloud, speech, voice
dictate, voice, speech, record
podcast, audio
film, video
movie, video
clip, video, snippet
web clipper, clipper, save pages
save web pages, clip, clipper
scan, capture
capture, record, clip, screenshot
photo, image, picture
camera, photo
scale, resize, zoom
resize, size, scale, width
print, pdf, paper
paper, print
pdf, print, document
word, docx, document
powerpoint, slides, presentation
slideshow, slides, presentation
talk, presentation, slides
deck, slides
e-mail, email, mail
email, mail
contact, address, email
forum, community, discussion
community, forum, chat
chat, discord, forum, conversation
newsletter, mail
third party, community, external
add on, plugin, extension
module, plugin, package
package, library, module
library, package, module
marketplace, store, directory
beta, early access, insider, preview
early version, beta, insider
new features, changelog, release notes
what is new, changelog, release notes
changelog, release notes, changes
release notes, changelog
old version, previous version, history
go back to an older version, restore, history
revert, undo, restore, roll back
roll back, revert, undo
rollback, revert, undo
snapshot, backup, version
archive, backup, store, old
compare, diff, difference
diff, compare, difference
conflict, clash, collision
clash, conflict, collision
collision, conflict
simultaneously, at the same time, concurrent
concurrent, parallel, simultaneous
automatic, auto, automatically
automate, script, automatic
script, automation, program
macro, shortcut, automation
schedule, calendar, timer, cron
timer, schedule, alarm
start up, launch, startup, boot
startup, launch, boot, start
launch, start, open, run
open, launch, start
run, execute, start
execute, run
restart, reload, reboot
reload, refresh, restart
refresh, reload, update
quit, exit, close
exit, quit, leave
close, quit, shut
stop, end, terminate, halt
terminate, kill, stop, end
kill, terminate, stop
abort, cancel, stop, interrupt
interrupt, cancel, stop
wait, delay, sleep, pause
pause, suspend, wait
resume, continue
continue, resume, go on
repeat, loop, again
loop, iterate, repeat, cycle
iterate, loop
list, array, sequence
array, list, vector
dictionary, map, hash, mapping
string, text, characters
text, string
character, letter, symbol
letter, character
upper case, uppercase, capital
capital letters, uppercase
lower case, lowercase, small
number, integer, numeric
integer, number
decimal, float, number
true or false, boolean
boolean, flag, true, false
switch, flag, option, toggle
toggle, switch, turn on, turn off
option, flag, switch, setting
argument, parameter, option
parameter, argument
variable, name, value
constant, fixed
function, method, procedure, routine
method, function
class, type, object
type, kind, class
object, instance
exception, error
catch, handle, except
raise, throw
log, record, journal
debug, trace, log
inspect, examine, look
test, check, verify
verify, check, validate, confirm
validate, check, verify
confirm, verify, accept
approve, accept, review
review, check, inspect
format, layout, style
indent, indentation, tab
line break, newline
new line, newline, line break
blank, space, whitespace
whitespace, blank, space
bracket, parenthesis
comment, annotation, note
annotate, comment, highlight
hint, tip, advice
tip, trick, hint
tutorial, guide, lesson, introduction
lesson, tutorial
walkthrough, tutorial, tour
example, sample, demo
sample, example
demo, example, sandbox
sandbox, test, demo
glossary, terms, dictionary
developer, programmer, api
programmer, developer
api, interface, developer
interface, api, ui
user interface, ui, interface, appearance
accessibility, screen reader, contrast
screen reader, accessibility
tablet, ipad, mobile
ipad, tablet, ios
iphone, ios, mobile, phone
mac, macos, apple
windows, microsoft, pc
linux, ubuntu
watch, monitor, observe
monitor, watch, observe
queue, waiting, list
thread, parallel
memory, ram
out of memory, memory
cpu, processor
processor, cpu
port, socket, connection
connection, network, link
connect to, connection, access
firewall, proxy, network
proxy, firewall
certificate, ssl, tls, https
https, ssl, tls
cookie, session
session, login, visit
cache, buffer, store
buffer, cache
index, lookup, catalogue
lookup, search, find
schema, structure, model
transaction, commit
commit, save, record
lock, block, exclusive
replica, copy, replication
replicate, copy, mirror
mirror, copy, replica
partition, split, shard
trigger, hook, event
hook, callback, trigger
callback, hook, handler
event, happening, signal
signal, event, notification
dump, export, backup
load, import, read
bulk, batch, mass
batch, bulk, group
join, combine, connect
duplicate entries, duplicates, unique
unique, distinct, different
distinct, unique, different
missing value, null, empty
null, empty, none, nothing
empty, blank, null
default, standard, usual
standard, default, normal
maximum, limit, upper bound
minimum, lower bound
limit, quota, maximum, cap
quota, limit
size limit, maximum size, quota
overflow, exceed, too big
compatible, compatibility, works with
compatibility, compatible, support
deprecated, obsolete, outdated, old
obsolete, deprecated, outdated
outdated, old, obsolete
legacy, old
`
