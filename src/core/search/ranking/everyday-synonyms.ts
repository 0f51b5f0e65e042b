/* eslint-disable max-lines -- a table */
/**
 * Words that mean nearly the same in everyday English, a group a line. Nothing here knows any note;
 * a vault adds its own groups with `search.synonyms` in its configuration.
 */
export const everydaySynonyms = `
big, large, huge, great, enormous, high
small, little, tiny, low
too big, too large, too much, too long, exceeds
fast, quick, rapid, speed, efficient
slow, expensive, costly, takes long
cheap, inexpensive, efficient
expensive, costly
hard, difficult, challenging, challenge, tricky
easy, simple, straightforward
wide, broad, large
widest, largest, maximum, maximal, biggest
narrow, specific, specialized
best, optimal, optimum
better, improve, improvement
worse, degrade, deteriorate, drop
wrong, incorrect, mistaken, error, false
mistake, error, fault
right, correct, true
good, useful, helpful
bad, poor, harmful
evil, harmful, malicious, misaligned, bad
safe, safety, secure
danger, risk, hazard
person, human, people, someone
expert, specialist, demonstrator, teacher
user, customer, reader, visitor
teach, train, instruct
training, learning, fitting
learn, train, fit
fine-tune, finetuning, adapt
study, learn, research
watch, observe, see
look, see, view
show, display, present
hide, conceal, fold, collapse
find, discover, search, detect, locate
search, look for, find
detect, recognize, identify, find
guess, estimate, predict, approximate
estimate, approximation, approximate
forecast, prediction, predict
reason, cause, explanation
explain, interpret, explanation
turn off, disable, drop, deactivate, zero
switch off, turn off, disable
turn on, enable, activate
random, stochastic, chance
chance, probability, likelihood
likely, probable, probability
unlikely, improbable, rare
rare, infrequent, uncommon, minority
common, frequent, usual
frequent, often, commonly
group, cluster, set
group, category, class
kind, type, sort, class
class, category, label
label, annotation, target, tag
labelled, annotated, supervised
automatically, automatic, without hand
remember, recall, memorise, retain, memory
forget, erase, lose, wipe
forgets, recall, remember, long-term
erase, delete, wipe, remove, forget
ago, earlier, past, before
recent, latest, last
soon, quickly, early
forever, always, endless
doubt, uncertain, uncertainty, unsure
unsure, doubt, uncertain, ambiguous
ambiguous, unclear, vague
surprise, unexpected, surprising
surprising, unlikely, improbable
probable, likely, plausible, unsurprising
most probable, most likely, least surprising
true, right, correct, real
come true, right, correct
real, true, actual, genuine
fake, false, forged, artificial, synthetic
forger, counterfeiter, generator
earn, deserve, gain, credit
deserve, earn, credit, merit
credit, blame, responsible, contribution
blame, fault, responsible
move, action, step
win, success, succeed
succeed, success, work
fit, match, suit
suit, fit, match
match, agree, correspond
agree, agreement, consensus, match
disagree, conflict, differ
opposite, inverse, reverse
reverse, inverse, backward
backward, backwards, reverse
forward, ahead
inside, within, inner
outside, beyond, outer
near, close, nearest, neighbour
nearest, closest, nearby
neighbour, nearby, adjacent
far, distant, remote
pile, heap, stack, collection, set
heap, pile, collection
collection, set, archive, library
collect, gather, accumulate
gather, collect, assemble
archive, store, collection
handful, few, several
several, many, multiple
multiple, several, many, multi
many, multiple, numerous
single, one, only
only, just, merely
half, two
twice, double, two
double, twice, two
pair, two, couple
typical, representative, usual, average
usual, ordinary, normal, plain
plain, simple, vanilla, ordinary, naive
strange, unusual, odd, anomalous
special, particular, specific
whole, full, entire, all
everything, all, whole
empty, blank, zero
fill, full, occupy
spread, distribute, disperse
shake, perturb, jitter
push, force, drive
pull, drag, draw
hold, keep, retain
carry, transport, hold, bear
throw away, discard, drop, forget
discard, drop, throw away, reject
reject, refuse, decline
accept, allow, admit
refuse, reject, abstain
ask, query, question, request
tell, say, inform, indicate
say, claim, state, tell
claim, state, assert
know, knowledge, known
knowledge, know, fact
fact, knowledge, truth
think, reason, consider
thinking, reasoning
imagine, imagination, dream, simulate
imagination, dream, simulation, imagined
dream, imagine, imagination
pretend, simulate, imitate
imitate, copy, mimic, clone
mimic, imitate, copy
simulate, simulation, simulator, model
simulator, simulation, model
plan, planning, schedule
schedule, plan, timetable
expect, expected, anticipate
anticipate, expect, foresee
future, later, next, upcoming
next, following, subsequent
follow, obey, pursue
obey, follow, comply
happen, occur
event, occurrence, incident
world, environment, surroundings
environment, world, setting
production, deployment, deployed, real world
deploy, deployment, production, release
field, domain, area
area, region, field, domain
territory, region, area
road, path, route
path, route, trajectory
trip, journey, trajectory
visit, see, reach
reach, arrive, attain
arrive, reach, come
leave, depart, exit
enter, go in, access
open, unlock
close, shut
lock, freeze, fix
freeze, frozen, fix, lock
unfreeze, thaw, release
hot, warm, temperature
cold, cool
strong, powerful, robust
weak, feeble, poor
robust, stable, reliable
stable, steady, robust
steady, stable, constant
sharp, steep, peaked
flat, level, uniform
uniform, equal, flat
straight, linear, line
bent, curved, nonlinear
curved, nonlinear, bent
deep, depth
shallow, superficial
tall, high
long, lengthy, length
length, long, size
short, brief
brief, short, concise
grow, increase, expand
shrink, reduce, compress, smaller
bigger, larger, increase
smaller, shrink, reduce
enough, sufficient
insufficient, lacking, too little
lack, missing, without, shortage
shortage, lack, scarce, few
scarce, rare, limited, few
limited, scarce, bounded
too few, scarce, limited, too little
too little, too few, scarce
too many, too much, excess
excess, surplus, too much
extra, additional, more
additional, extra, added
add, plus, sum
subtract, minus, remove
multiply, product, times
divide, division, split
compare, versus, against
versus, vs, compared
between, among
together, jointly, joint
joint, together, combined
alone, single, independent
independent, separate, unrelated
related, connected, associated
connected, linked, related
depend, dependent, rely
rely, depend, trust
cause, reason, lead
effect, consequence, result
result, outcome, output
outcome, result, return
consequence, effect, result
remedy, fix, solution, cure
cure, remedy, fix
trick, technique, method
tool, instrument
machine, device
player, agent, opponent
opponent, adversary, player
adversary, opponent, adversarial
enemy, adversary, opponent
fight, compete, competition
compete, competition, rival
rival, competitor, alternative
friend, neighbour
crowd, many, group
vote, voting, poll
voting, vote, ballot
committee, ensemble, group
judge, critic, evaluator, discriminator
critic, judge, evaluator
referee, judge, critic
master, teacher, expert
student, learner
boss, manager
worker, employee
child, offspring
parent, ancestor
born, create, begin
die, dead, death
dead, inactive, zero
alive, active
active, on, used
sleep, idle
wake, activate
rest, remainder, others
remainder, rest, residual
leftover, residual, remainder
piece, part, chunk, patch
chunk, piece, segment, block
segment, chunk, section
puzzle, maze, problem
maze, labyrinth, puzzle
score, grade, mark
mark, sign, trace
trace, mark, trail
trail, trace, path
sign, mark, symbol
signal, message
message, signal, communication
news, information, update
information, knowledge, entropy
hint, clue, cue
clue, hint, evidence
evidence, proof, support
prove, show, demonstrate
demonstrate, show, demonstration
expert demonstrations, expert, demonstration
promise, guarantee
always, guaranteed, every
never, not
sometimes, occasionally
usually, mostly, typically
almost, nearly, approximately
approximately, roughly, about, approximate
exact, precise, accurate
precise, exact, accurate
accurate, precise, accuracy
wasteful, inefficient, waste
waste, inefficient
save, reduce, economise
afford, cost, budget
budget, limit, cost
mother, mum, mom, mama
father, dad, papa
grandmother, granny, grandma
grandfather, grandpa, granddad
parent, mother
parent, father
brother, sibling
sister, sibling
child, kid
child, son
child, daughter
baby, infant, newborn
husband, partner, spouse
wife, partner, spouse
marry, marriage, wedding, propose
proposal, propose, engaged, engagement
divorce, separate, split up, leave
fiance, engaged
boyfriend, partner
girlfriend, partner
relative, family
relative, cousin
relative, aunt
relative, uncle
aunt, auntie
friend, mate, pal
neighbour, neighbor, next door
boss, manager, employer
colleague, coworker
job, work, employment, profession
promotion, promoted, raise
quit, resign, leave
fired, laid off, dismissed, redundant
salary, wage, pay
interview, application
die, died, death, dead, pass away
funeral, burial, cremation, grave
doctor, physician, gp
dentist, tooth
dentist, teeth
hospital, clinic, ward
vet, veterinarian, animal doctor
nurse, carer
surgery, operation, operated
medicine, drug, medication, tablet, pill
ill, sick, unwell, disease
illness, disease, sickness
pain, ache, hurt, sore
injury, injured, hurt, wound
fever, temperature
cold, flu, cough
allergy, allergic
diabetes, blood sugar
blood pressure, hypertension
exercise, workout, training, stretch
weight, diet, slim
run, running, jog, jogging
race, marathon, run
swim, swimming, bathe
walk, hike, stroll, trek
climb, mountain, hill
bicycle, bike, cycle, cycling
car, vehicle
car, drive
train, railway, rail
plane, flight, fly, airport
bus, coach
ship, boat
ship, ferry
trip, journey, travel, voyage
holiday, vacation, trip
hotel, hostel, lodging, room
luggage, suitcase, bag, packing
passport, visa, documents
beach, sea, coast, shore
city, town
village, hamlet
house, home, flat, apartment
apartment, flat
move house, moved, moving, relocate
rent, lease, tenant, landlord
mortgage, loan, repayment
loan, credit, debt
bank, account
money, cash, funds
savings, save, fund
bill, invoice, receipt
invoice, bill
tax, taxes
insurance, policy, cover
fee, charge, cost
cost, price, paid
bought, buy, purchase
shop, store, market
gift, present
furniture, table
furniture, chair
kitchen, cook
bathroom, toilet, bath, shower
bedroom, bed
heating, boiler, radiator, heater
boiler, heating
broken, broke, break down, failed
break down, broken, fail
repair, mend, fix, fixed
leak, leaking, drip, burst
damp, mould, moisture, wet
plumber, plumbing, pipe
electrician, electricity, fuse
electricity, power, fuse
wall, plaster
paint, painted, painting
decorate, renovate, renovation, paint
builder, contractor, plasterer
key, lock
stolen, theft, thief, stole, robbed
stole, stolen, theft
lost, missing, lose
police, crime
phone, mobile, telephone, smartphone
call, rang, ring, phone
write, wrote, written, letter
letter, mail
dog, puppy, pet
cat, kitten, pet
animal, pet
bird, birds
horse, pony
bee, hive, honey, swarm
insect, bug, pest
garden, allotment, plot, yard
plant, grow, sow, planted
vegetable, vegetables, veg
potato, potatoes
flower, blossom, bloom
tree, orchard
harvest, picked, crop, yield
disease, blight, infection
weather, rain
weather, snow
weather, storm
snow, frost
snow, ice
hot, heat, heatwave, warm
meal, dinner, lunch, supper
dinner, supper, meal
breakfast, morning
food, eat, meal
drink, beverage
bake, baked, baking, oven
fry, fried, frying
boil, boiled, cook
roast, roasted, bake
recipe, cook
bread, loaf, dough
cake, dessert, pudding
dessert, sweet, pudding
sweets, candy
jam, preserve, chutney
preserve, pickle, chutney, jam
beef, steak
beef, meat
pork, bacon, ham
chicken, poultry, fowl
fowl, chicken, poultry
minced, ground
prawn, shrimp
chickpea, garbanzo
aubergine, eggplant
courgette, zucchini
coriander, cilantro
spring onion, scallion
biscuit, cookie
crisps, chips
sleep, asleep, slept, insomnia
insomnia, sleep, awake
tired, fatigue, exhausted
worry, anxiety, worried, stress
sad, grief, depressed, cry
happy, glad, joy
angry, anger, row, furious
quarrel, argument, row, fight
argument, quarrel, dispute
reconcile, make up, peace
love, kiss, romance
kiss, kissed
birthday, anniversary
christmas, xmas
party, celebration, celebrate
school, class
school, lesson
school, pupil
lesson, class, course
university, college, degree
exam, test
exam, examination
language, speak
speech, speak, spoke, talk
talk, speech, lecture
lecture, talk, presentation
audience, public, listeners
council, city hall, municipal, committee
councillor, council, committee
vote, election, elected
archive, archives, records, history
library, books
book, novel, read
music, song, band
film, cinema, movie
picture, photo, photograph
game, play
goal, plan, resolution
resolution, intention, goal
decision, decide, decided
idea, thought, concept
memory, remember, recall
forget, forgot, forgotten
forgotten, forget, lost
meet, met, meeting
visit, visited, guest
yesterday, last day
weekend, saturday
weekend, sunday
spring, march
spring, april
spring, may
summer, june
summer, july
summer, august
autumn, fall
autumn, september
autumn, october
autumn, november
winter, december
winter, january
winter, february
certificate, document
lawyer, solicitor, court
contract, agreement
deadline, due, by
permission, allowed, may
rule, regulation, law
emergency, urgent
turn off, shut off, switch off
shut off, turn off, close
throw away, discard, dispose
hide, hidden, conceal
forbid, ban, prohibit
allow, permit, enable
second name, alias, nickname
favourite, favorite, bookmark
automatic, automatically, by itself
together, jointly, collaborate
side by side, split, beside
arrangement, layout, order
playground, sandbox
disk, drive, storage
donation, donate, support, sponsor
volunteer, contribute
beta, early access, preview
warn, warning, caution
doctor, surgery, clinic
drug, medication, narcotic
illness, disease, sickness, condition
injury, wound, damage
heal, cure, recover, get better
treatment, therapy, cure
dentist, teeth, tooth
tooth, teeth, dental
vet, veterinary, animal hospital
eyesight, vision, eyes
glasses, spectacles, optician
heart attack, cardiac arrest
blood sugar, glucose, diabetes
high temperature, fever
fever, temperature, flu
flu, influenza
vaccine, vaccination, jab, immunisation
allergy, allergic, intolerance
pregnant, pregnancy, expecting
birth, born, delivery
period, menstruation, menstrual
fertility, conception
sleep, asleep, rest, nap
insomnia, sleepless, lying awake
tired, exhausted, fatigue, weary
dizzy, vertigo
headache, migraine
stomach, belly, abdomen, tummy
throw up, vomit, sick
throat, tonsils
bone, fracture, skeleton
skin, rash, eczema
diet, nutrition, eating
calorie, calories, nutrient, energy
slim, lose weight, diet
overweight, obese, obesity
exercise, workout, training, fitness
gym, fitness, workout
swim, swimming, pool
mental health, psychology, depression
depressed, depression, sad
anxious, anxiety, worry, nervous
stress, pressure, strain
mother, mum, mom, mam
parents, mother and father, mum and dad
grandmother, grandma, gran, nan
grandfather, grandpa, grandad
son, boy, child
daughter, girl, child
child, kid, children, kids
spouse, partner, married
marriage, married, wedding
divorce, separation, split up, separated
family, relatives, kin
relative, relation, family
friend, mate, buddy, pal
boss, manager, supervisor
colleague, coworker, workmate
die, death, dead, pass away, passed away
death, dying, deceased
grave, cemetery, buried, tomb
inherit, inheritance, heir, will
house, home, building
rent, tenancy, lease, tenant
landlord, landlady, owner
mortgage, home loan, house loan
move house, moving, relocate, removal
kitchen, cooking
toilet, loo, lavatory, wc
living room, lounge, sitting room
cellar, basement
attic, loft
garage, car port
stairs, staircase, steps
roof, tiles
ceiling, plaster
wallpaper, wall, decorating
carpet, rug, mat
curtain, blind
furniture, sofa, table
sofa, couch, settee
cupboard, wardrobe, closet, cabinet
drawer, chest
lamp, light, bulb
tap, faucet, valve, stopcock
pipe, plumbing, tube
plumber, plumbing, leak
flood, flooding, burst
drain, sewer, gutter
heating, radiator, central heating
electricity, power, electric, mains
socket, plug, outlet
fuse, circuit breaker
gas, boiler
fridge, refrigerator
freezer, frozen
washing machine, laundry
laundry, washing, clothes
dishwasher, dishes
vacuum cleaner, hoover
clean, cleaning, wash, tidy
dirty, filthy, stain
rubbish, garbage, trash, waste, bin
recycle, recycling, waste
broken, faulty, defective, out of order, damaged
renovate, renovation, refurbish, restore
builder, contractor, tradesman
carpenter, joiner, wood
paint, painting, decorate
drill, screwdriver, tool
glue, adhesive, stick
screw, bolt, nail
allotment, plot, vegetable garden
lawn, grass, mow
weed, weeds, weeding
seed, seedling, sow
tree, trunk
hedge, fence
compost, fertiliser, manure
harvest, pick, crop
soil, earth, ground
shed, hut
spade, shovel
pest, slug, insect
cook, cooking, prepare
fry, frying, pan
deep fry, deep fried, fried
boil, boiling, simmer
grill, broil, barbecue
roast, roasted, oven
steam, steamed
stew, casserole, braise
chop, cut, slice, dice
mince, ground meat, minced
stir, mix, whisk, beat
dough, pastry
starter, appetiser, appetizer
dessert, pudding, sweet, afters
chips, fries, french fries
crisps, potato chips
spring onion, scallion, green onion
pepper, capsicum, bell pepper
beetroot, beet
swede, rutabaga
maize, corn, sweetcorn
rocket, arugula
broad bean, fava bean
icing sugar, powdered sugar
caster sugar, sugar
wholemeal, whole wheat
plain flour, all-purpose flour
bicarbonate of soda, baking soda
porridge, oatmeal, oats
jam, jelly, preserve
sauce, gravy, dressing
broth, stock, bouillon
soup, broth
noodles, pasta
pasta, spaghetti, macaroni
dumpling, dumplings
pancake, crepe
bread, loaf, roll
toast, bread
cheese, dairy
milk, dairy
cream, dairy
egg, eggs, omelette
meat, beef, pork
beef, steak, veal
lamb, mutton
fish, seafood, salmon
vegetarian, vegan, meatless, meat free
vegan, plant based, dairy free
gluten free, coeliac
spicy, hot, chilli
spice, seasoning, herb
salty, salt
sour, vinegar, acid
sweet, sugar, sugary
coffee, espresso
tea, infusion
beer, ale, lager
wine, grape
cocktail, mixed drink
breakfast, morning meal
lunch, midday meal
dinner, supper, evening meal
snack, bite
leftovers, remains
restaurant, eating out, cafe
cafe, coffee shop
pub, tavern
takeaway, takeout
groceries, shopping, supermarket
butcher, meat
baker, bakery
clothes, clothing, garments
trousers, pants
jumper, sweater, pullover
trainers, sneakers
coat, jacket
shoes, boots, footwear
dress, skirt
sew, sewing, stitch
knit, knitting, wool
weather, forecast, climate
rain, rainy, wet
snow, snowfall
storm, gale, thunderstorm
wind, windy, breeze
sunny, sunshine
cold, chilly, freezing
ice, frost, frozen
temperature, heat, degrees
dog, puppy, hound
horse, pony, mare
cow, cattle, bull
sheep, lamb, flock
pig, hog, swine
hen, chicken
rabbit, hare
mouse, rat, rodent
insect, bug, beetle
snake, serpent
frog, toad
animal, beast, creature
farm, farming, agriculture
farmer, peasant, agriculture
nomad, nomadic, herder
herder, shepherd, pastoral
car, automobile, vehicle
lorry, truck
van, vehicle
motorway, highway
petrol, gasoline, fuel, gas
tyre, tire
windscreen, windshield
drive, driving, driver
driving licence, driver's license
parking, car park, parking lot
accident, crash, collision
railway, railroad
station, stop, platform
underground, subway, metro, tube
tram, streetcar
plane, aeroplane, aircraft, flight
flight, fly, airline
airport, terminal
ship, boat, vessel
harbour, port, dock
ferry, crossing
luggage, baggage, suitcase
ticket, boarding pass, reservation
passport, travel document, id
visa, permit
trip, journey, travel, tour
tourist, visitor, sightseeing
hotel, accommodation, lodging
camping, tent, campsite
beach, seaside, coast
coast, shore, seaside
mountain, hill, peak
river, stream, creek
lake, pond
island, isle, archipelago
forest, wood, woodland
desert, dry
valley, canyon
border, frontier, boundary
map, chart, atlas
road, street
route, way, path
direction, way
cash, coins, notes
salary, wage, pay, income
income, earnings, revenue
tax, taxation, duty, levy
receipt, proof of purchase
cost, price, expense
expense, spending, cost
spend, spent, expense
budget, finances, spending
bookkeeping, accounting, accounts
debt, loan, owe
loan, credit, borrow
borrow, lend, loan
interest, rate
savings, save, deposit
invest, investment, shares
shares, stocks, equity
pension, retirement
retire, retirement, pension
discount, reduction, sale
free of charge, free, no cost
currency, foreign exchange
job, work, employment, occupation
profession, career, occupation
hire, recruit, employ
fired, sacked, dismissed, made redundant
resign, quit, hand in notice
apply, application
interview, job interview
meeting, appointment, conference
appointment, booking
agenda, schedule
calendar, diary, agenda
deadline, due date
project, plan, undertaking
task, todo, chore, to-do
company, firm, business, enterprise
customer, client
lawyer, solicitor, attorney
law, legal
court, judge, trial
crime, criminal, offence
police, officer
thief, stolen, theft, burglary
prison, jail
school, class, education
teacher, tutor, lecturer
pupil, student
exam, test, examination
homework, assignment
language, tongue
vocabulary, words
spelling, orthography
grammar, syntax
translate, translation, interpreter
book, volume
novel, story, fiction
author, writer
poem, poetry, verse
chapter, section
newspaper, press, paper
news, headlines
magazine, journal
journal, diary
email, mail, message
parcel, package, delivery
envelope, letter
stamp, postage
telephone, phone, call
mobile phone, cell phone, smartphone
text message, sms
chat, instant messaging, talk
speech, talk
slides, presentation
conversation, discussion, talk
argue, quarrel, dispute
agree, agreement, consent
complain, complaint
apologise, sorry, apology
make up, reconcile, reconciliation
promise, vow
secret, hidden, confidential
lie, dishonest
rumour, gossip
invite, invitation
love, affection
hate, dislike, loathe
happy, glad, cheerful, joy
angry, furious, annoyed
afraid, frightened, scared, fear
lonely, alone
proud, pride
ashamed, shame, guilty
surprise, astonishing
bored, boring, dull
funny, amusing, humour
crazy, mad, insane
clever, intelligent, smart
stupid, foolish, silly
brave, courageous
lazy, idle
friendly, nice
rude, impolite
quiet, silent, calm
loud, noisy
noise, sound, racket
busy, occupied
empty, blank, vacant
full, complete
open, opened
closed, shut
shut off, turn off, stop
begin, start, commence
start, launch, begin
startup, start up, boot, log in
end, finish, stop
finish, complete, end
stop, halt, cease, quit
wait, delay, pause
hurry, rush
continue, resume, carry on
repeat, again
cancel, abort, call off
postpone, delay, put off, defer
arrive, arrival
leave, depart, departure
enter, entry, input
exit, leave, quit, log out
stay, remain
return, come back, go back
send, dispatch, transmit
receive, get
give, donate, hand
take, grab
bring, carry, fetch
keep, retain, hold, preserve
missing, lost, absent
combine, merge, join, unite
join, connect, merge, unite
split, divide, separate
separate, split, apart
break, broken, crack
tear, rip
bend, fold
lift, raise
throw, toss
rotate, turn, orientation
spin, rotate
lock, locked
hang, freeze, stuck, unresponsive
stuck, jam, jammed
jam, stuck, blocked
crash, failure
fail, failure, unsuccessful
try, attempt
help, assist, support
support, help, assistance
need, require, necessary
permission, access, rights, privileges
rights, privileges, permissions
administrator, admin, root, superuser
sudo, administrative, root
forbid, prohibit, ban, disallow
prevent, avoid, stop
protect, guard, defend
protection, security, defence
attack, assault
enemy, rival, opponent
war, battle, conflict
battle, fight, combat
army, military, troops
soldier, warrior, troops
warrior, fighter, soldier
knight, chivalry, order
weapon, arms, gun
navy, fleet
conquer, conquest, invade, occupy
conquered, defeated, subjugated
invade, invasion
defeat, beat, lose
win, victory
peace, treaty
treaty, agreement, pact
revolution, uprising, revolt
rebellion, revolt, uprising
independence, independent, sovereign
secede, secession, break away
slave, slavery, enslaved
freedom, liberty, free
king, monarch, ruler
queen, monarch
kingdom, monarchy, realm
empire, imperial
emperor, tsar, ruler
ruler, king, leader
prince, duke
nobility, noble, aristocrat
government, administration
president, head of state
parliament, assembly, congress
election, vote, ballot
vote, election, poll
council, councillor, municipality
mayor, council
politics, political
citizen, inhabitant, national
people, inhabitants, population, nation
tribe, clan, people
native, indigenous, aboriginal
ancestor, forefather, descendant
descendant, offspring, ancestor
settler, colonist
colony, colonial
capital, main city
city, town, urban
countryside, rural
region, area, province
country, nation
religion, faith, belief
islam, islamic, muslim, muslims
christianity, christian, christians
judaism, jewish, jews
buddhism, buddhist
hinduism, hindu
church, chapel, cathedral
mosque, islamic
temple, shrine
priest, clergy, cleric
monk, monastery, monastic
pope, vatican, holy see
bishop, church
pray, prayer
god, deity, divine
saint, holy
holy, sacred
convert, conversion
custom, tradition
myth, legend, mythology
legend, myth, fable
statue, sculpture, monument
monument, memorial
ruins, ancient
ancient, antiquity, old
medieval, middle ages
century, age
trade, commerce, merchant
merchant, trader
pirate, buccaneer
sailor, seafarer, seaman
discover, explore, explorer
hunter, hunting
fisherman, fishing
music, song, songs
song, tune, track
singer, vocalist, sing, voice
sing, singing, vocal
band, group
concert, gig
instrument, musical instrument
guitar, string
drum, percussion, drums
piano, keyboard
sheet music, score, notation
tune, melody
in tune, pitch
movie, film, video
cinema, movie theatre
television, tv
series, show, episode
radio, broadcast
actor, actress
theatre, stage
photo, photograph, picture, image
camera, photography
paint, draw
drawing, sketch, illustration
diagram, chart, figure
flowchart, diagram
museum, exhibition, gallery
art, artist
player, gamer
toy, plaything
puzzle, riddle, brainteaser
chess, board game
cards, card game
dice, roll
football, soccer
tennis, racket
team, squad
competition, contest, tournament
prize, award
hobby, pastime
file, document
document, file, paper
folder, directory
copy, duplicate
copies, backups
backup, copies, copy
move, transfer
transfer, copy, move
rename, move
find, look up
undelete, recover, restore
trash, recycle bin, wastebasket
disk, drive, disc
hard disk, hard drive, ssd
usb stick, flash drive, memory stick, removable
storage, disk space, capacity
no space left, disk full, out of space
partition, volume
format, wipe
corrupt, corrupted, damaged
compress, zip, archive
archive, compress, tarball
unpack, extract, unzip
print, printer, printing
export, save as, output
import, load
paper, sheet
ink, toner, cartridge
scan, scanner
double sided, duplex, two sided
screen, monitor
second screen, dual monitor, external monitor
brightness, dim, bright
wallpaper, background, backdrop
window, windows
side by side, tile, tiled, split
full screen, maximise, maximize
zoom, magnify, enlarge
magnifier, zoom, magnify
larger, bigger, enlarge
letters, text, characters
font size, text size
typeface, font
italic, bold, emphasis
accent, diacritic, special characters
symbol, special character, sign
emoji, emoticon, smiley
keyboard, keys, typing
type, typing, key
shortcut, key combination
mouse, pointer, cursor
touchpad, trackpad
touchscreen, touch
click, tap
scroll, scrolling
drag, drag and drop
menu, menus
button, key
icon, symbol
login, log in, logon, sign on
log out, sign out, log off
password, passphrase, passcode
fingerprint, biometric
username, user name, account name
user, account
profile, account
lock screen, screen lock
screensaver, blank screen
sleep, suspend, standby
suspend, sleep, hibernate
wake, wake up, resume
reboot, restart
shut down, power off, turn off
battery, charge, power
charge, charging, charger
fan, cooling
overheat, hot, overheating
loudspeaker, speaker, speakers
headphones, headset, earphones
microphone, mic, record
sound, audio
volume, loudness
mute, silence
record, recording, capture
screenshot, screen capture
screencast, screen recording, record screen
subtitle, caption
wifi, wireless, wi-fi, wlan
hotspot, access point, tethering
network, internet
internet connection, online, connected
connect, connection, link
disconnect, drop, lose connection
router, modem
ip address, network address
static, fixed
firewall, block
vpn, virtual private network
proxy, gateway
server, host
remote desktop, vnc, rdp
download, fetch
upload, send
sync, synchronise, synchronize, mirror
share, sharing, shared
webpage, web page, site
web browser, browser
feed, rss, news
podcast, episode
social network, social media, microblogging
mastodon, twitter, microblogging
spam, junk
virus, malware
hacker, attacker
encrypt, encryption, secret
privacy, private, personal
program, application, app, software
install, set up, setup
uninstall, remove
upgrade, update, new version
settings, preferences, options, configuration
option, setting, switch
configure, set up, customise
default, standard, preset
error message, warning, error
bug, defect, error
manual, handbook, guide, documentation
tutorial, introduction, getting started
introduction, overview, getting started, beginners
beginner, novice, newcomer
example, sample
notification, alert, reminder
reminder, alarm, notification
alarm, alert
clock, watch, time
stopwatch, timer
timer, countdown
date, day
time zone, timezone
hour, time
week, weekly
month, monthly
year, annual, yearly
daily, every day
weekly, every week
how often, frequency, interval
often, frequency, frequent
previous, earlier, former
older, earlier, previous
recent, latest, new
latest, newest, current
history, log, past
old, ancient, former
new, recent, modern
late, delayed
fast, quickly
slow, slowly, sluggish
brief, summary, short
summary, overview, abstract
list, listing, enumerate
detail, details, specifics
table, grid, spreadsheet
spreadsheet, table, cells
column, field
row, record, line
cell, field
count, number, amount
amount, quantity, number
number, figure, digit
half, fifty percent
many, several, numerous
portion, piece, section
piece, part, fragment
whole, entire, complete
only part, partial, subset
first, initial
last, final, latest
nearest, closest, near
near, close, nearby
outside, external
above, over
below, under
front, face
back, rear, behind
corner, edge
middle, centre, center
level, layer
circle, round
shape, form
size, dimension
weight, heavy
height, tall
width, wide
colour, color, hue
bright, light
dark, night
red, crimson
yellow, golden
gold, golden
silver, metal
iron, metal
wood, timber
stone, rock
glass, pane
water, liquid
fire, flame, burn
burn, burning, fire
smell, odour, scent
taste, flavour
blind, visually impaired, vision
deaf, hearing
hear, listen
speak, talk, say
speech, spoken, voice, read aloud
read aloud, speak, speech
write, writing, compose
written, wrote, author
read, reading
rewrite, edit, revise
edit, change, modify
change, modify, alter
adjust, set, change
replace, substitute, swap
swap, exchange, switch
add, append, insert
create, make, new
make, create, build
build, compile, make
design, draft
test, check
check, verify, inspect, validate
measure, measurement, calibrate
calibrate, calibration, measuring
compare, comparison, difference, diff
difference, diff, distinction
same, identical, equal
similar, alike, like
opposite, contrary
choose, select, pick
sort, order, arrange
order, sequence
sequence, order, series
category, kind, class
flag, label
comment, note, remark, annotation
quote, citation, cite
reference, citation, bibliography
bibliography, references, citations
source, origin
cause, because
effect, impact, consequence
purpose, goal, aim
goal, target, objective
thought, idea, thinking
opinion, view
answer, reply, response
reply, respond, answer
solution, answer, fix
problem, issue, trouble
trouble, problem, difficulty
decide, decision, choice
advice, tip, recommendation
tip, advice, hint
recommend, advise, suggest
danger, dangerous
poison, toxic, poisoned
toxic, poisonous
accidental, unintended, by mistake
by mistake, accidentally
accidentally, unintended
automatic, automatically, auto
manual, by hand
by hand, manually
electronic, digital
machine, device, appliance
engine, motor
temperature sensor, thermometer
radio amateur, ham radio, amateur radio
circuit, electronics
circuit board, pcb
chip, microcontroller, processor
processor, cpu
memory, ram
graphics card, gpu
driver, device driver
hardware, device
cable, wire, cord
emulator, simulate, console
console, terminal, command line
terminal, shell, command line
command, instruction
script, program
debugger, debug
profiler, profile, performance
memory leak, leak
static analysis, lint, linter
unit test, test
code, source
source code, source
programmer, developer
function, procedure, routine
variable, parameter
loop, iterate, iteration
loop, repeat
condition, if
exception, error, raise
raise, throw
recursive, recursion
hierarchy, tree, hierarchical
parallel, concurrent, simultaneous
deadlock, lock
lock, locking, block
blocked, waiting, lock
transaction, commit
roll back, rollback, undo
revert, undo, roll back
undo, revert, reset
discard, throw away, revert
commit, check in
check out, checkout
repository, repo
branch, fork
patch, diff, change
conflict, clash, merge conflict
release, version
tag, release
changelog, release notes
credentials, password, login
remember password, store credentials
database, db
query, select
primary key, unique identifier
unique identifier, uuid, id
index, lookup
statistics, stats
garbage collection, cleanup, gc
clean up, cleanup, tidy, housekeeping
replica, standby, secondary
replicate, replication
failover, high availability
partitioning, sharding
dump, export
bulk load, import, copy
full text search, text search
null, empty, missing
default value, fallback
trigger, fires
calculated, computed, generated
computed column, generated column
regular expression, regex, pattern
encoding, character set, utf-8
line ending, newline, crlf
environment variable, env
container, docker
load balancer, load balancing
queue, message queue
message, notification
publish, release
subscribe, subscription
licence, license
open source, free software
knee pain, patella
kneecap, patella
shin, tibia
thigh, femur
collarbone, clavicle
shoulder blade, scapula
backbone, spine, vertebrae
back pain, sciatica
slipped disc, herniated disc
skull, cranium
heart, cardiac, cardiology
pulse, heart rate
irregular heartbeat, arrhythmia, palpitations
chest pain, angina
blood clot, thrombosis
blood thinner, anticoagulant
low iron, anaemia, anemia
lung, pulmonary, respiratory
short of breath, breathless
asthma, inhaler
wheeze, asthma
stuffy nose, nasal congestion
hay fever, pollen allergy
sore throat, tonsillitis
earache, ear infection
ringing ears, tinnitus
hard of hearing, hearing loss, hearing aid
eye doctor, ophthalmologist
short sighted, myopia, nearsighted
long sighted, farsighted, hyperopia
pink eye, conjunctivitis
bad breath, halitosis
gum disease, gingivitis
tooth decay, cavity, caries
false teeth, dentures
tummy ache, stomach ache
stomach, gastric
stomach bug, gastroenteritis
heartburn, acid reflux
indigestion, dyspepsia
diarrhoea, diarrhea, loose stools
bowel, gut, intestine
haemorrhoids, hemorrhoids
poo, stool, faeces
pee, urine
urinary infection, cystitis
kidney, renal
liver, hepatic
womb, uterus
nausea, queasy, feel sick
carsick, travel sickness, motion sickness
skin doctor, dermatologist
itch, rash
itchy, eczema, hives
acne, pimple, zit
wart, verruca
graze, abrasion
stitches, sutures
broken bone, fracture
joint pain, arthritis
sprain, twisted ankle
tennis elbow, tendonitis
physiotherapy, physio, physical therapy
bone doctor, orthopaedic, orthopedic
swelling, swollen, oedema, edema
lump, tumour, tumor
cancer, tumour, oncology
cancer, chemotherapy, chemo
smear test, cervical screening
menopause, hot flush, hot flash
ultrasound, sonogram
x-ray, radiograph
heart test, ecg, ekg
check-up, medical examination
painkiller, ibuprofen, paracetamol
painkiller, analgesic, pain relief
paracetamol, acetaminophen
antibiotic, penicillin, amoxicillin
allergy tablet, antihistamine
sleeping pill, sedative
chemist, pharmacy, drugstore
anaesthetic, anesthetic, numbing
surgeon, surgery
children's doctor, paediatrician, pediatrician
women's doctor, gynaecologist, gynecologist
foot doctor, podiatrist, chiropodist
family doctor, gp, general practitioner
counselling, therapy, psychotherapy
ambulance, paramedic
icu, intensive care
disability, handicapped
epilepsy, seizure
fainted, passed out
concussion, head injury
memory loss, dementia, alzheimer's
panic attack, anxiety
burnout, exhaustion
snoring, sleep apnoea, sleep apnea
nightmare, bad dream
drunk, intoxicated, alcohol
smoking, cigarette, tobacco
food poisoning, salmonella
infection, germ, bacteria
epidemic, pandemic, outbreak
covid, coronavirus, pandemic
chickenpox, varicella
whooping cough, pertussis
nits, head lice
mosquito bite, insect bite
bald, hair loss
suncream, sunscreen, sunblock
sweat, perspiration
nappy rash, diaper rash
belly button, navel
lip blister, cold sore, herpes
sticking plaster, band aid
contraception, birth control
ointment, salve
injection, jab
psychiatrist, therapist
casualty, accident and emergency
contagious, infectious
appendix, appendicitis
gauze, bandage
plastic surgery, facelift
blocked, clogged
dripping tap, leaky faucet
water heater, boiler
limescale, hard water, descale
cistern, toilet tank
septic tank, cesspit
sewage, wastewater
washbasin, sink
chimney, flue
wood stove, wood burner, log burner
firewood, logs
thermostat, temperature control
air conditioning, air con
window sill, ledge
fuse box, consumer unit, breaker panel
power cut, power outage, blackout
wiring, electrics
extension lead, extension cord
torch, flashlight
solar panel, photovoltaic
energy supplier, utility company
door handle, doorknob
front door, entrance
hallway, corridor
handrail, banister, railing
conservatory, sunroom, glasshouse
porch, veranda, verandah
terrace, patio
balcony, terrace
paving, flagstones
cement, mortar
plasterboard, drywall
skirting board, baseboard
floorboards, wooden floor, hardwood
lino, linoleum, vinyl
mould, mold, mildew
dry rot, rotten wood
rust, corrosion
varnish, lacquer
emulsion, wall paint
decorator, painter
handyman, odd jobs, tradesman
diy, home improvement
spanner, wrench
allen key, hex key
pliers, pincers
stanley knife, utility knife
woodwork, carpentry, joinery
ladder, stepladder
sticky tape, adhesive tape, sellotape
duct tape, gaffer tape
flat pack, self assembly
chest of drawers, dresser, bureau
bedside table, nightstand
cot, crib
duvet, quilt, comforter
pillow, cushion
armchair, recliner
worktop, countertop
cooker, stove, oven
hob, stove top, cooktop
detergent, washing powder
washing up liquid, dish soap
bleach, disinfectant
bin bag, trash bag, garbage bag
wheelie bin, dustbin, trash can
rubbish dump, landfill
housekeeper, maid
housework, chores
spring clean, declutter
larder, pantry
estate agent, realtor
housemate, flatmate, roommate
skyscraper, tower block, high rise
lift, elevator
notice to quit, eviction
planning permission, building permit
exterminator, pest control
shelf, bookcase
tenant, lodger
tidy up, declutter
clutter, mess
cottage, cabin
c-section, caesarean
maternity leave, parental leave
paternity leave, parental leave
christening, baptism
godfather, godmother, godparent
nappy, diaper
pram, pushchair, stroller, buggy
breastfeeding, nursing
toddler, small child
teenager, adolescent, teen
upbringing, parenting
daycare, kindergarten
childminder, babysitter, nanny
pocket money, allowance
adoption, foster child
eldest, firstborn
sibling, brothers and sisters
stepfather, stepdad
stepmother, stepmum
grandchild, grandson, granddaughter
grandparents, grandma, grandpa
grandparents, gran
family tree, genealogy, ancestry
maiden name, surname
surname, last name, family name
first name, given name, forename
bride, wedding
bridegroom, wedding
best man, groomsman
stag do, bachelor party, stag night
hen do, bachelorette party, hen night
tie the knot, get married
cohabit, live together
widow, bereaved
affair, cheating, infidelity
unfaithful, cheated
alimony, child support
funeral, memorial service
burial, graveyard, cemetery
undertaker, funeral director
coffin, casket
cremated, ashes
gravestone, tombstone, headstone
obituary, death notice
condolences, sympathy
grief, mourning, bereavement
eulogy, funeral speech
executor, probate
nursing home, care home, retirement home
elderly, aged
carer, caregiver
reunion, get together
graduation, degree ceremony
removal company, movers
emigrate, move abroad, immigrate
expat, living abroad
homeless, rough sleeping
refugee, asylum seeker
hometown, birthplace
children's home, orphanage
labour, childbirth
bridesmaid, maid of honour
honeymoon, newlyweds
unmarried, bachelor, spinster
pensioner, senior citizen
ancestors, family tree
godmother, baptism
childless, no children
haricot beans, navy beans
runner beans, green beans
mangetout, snow peas
pulses, legumes
sauerkraut, cabbage
kimchi, cabbage
root vegetable, carrot
chilli, chili
gherkin, pickle
mushroom, fungi, toadstool
ketchup, tomato sauce
spud, potato
jacket potato, baked potato
poultry, turkey
poultry, duck
poultry, goose
rasher, bacon
venison, deer
mince, ground beef
goulash, stew
tagine, stew
chowder, soup
borscht, beetroot soup
ramen, noodle soup
curry, masala
dal, lentils
flatbread, naan
flatbread, pita
flatbread, tortilla
kebab, skewer
risotto, rice
paella, rice
pilaf, rice
tuna, fish
cod, fish
trout, fish
herring, fish
seafood, mussels
seafood, crab
shellfish, mussels
calamari, squid
fish fingers, fish sticks
lasagne, pasta
tagliatelle, pasta
mayo, mayonnaise
vinaigrette, salad dressing
tofu, soy
tofu, bean curd
shortcrust, pastry
bread roll, bun, bap
knead, dough
yeast, leavening
cornflour, cornstarch
oats, muesli, granola
treacle, molasses
shortbread, biscuit
gingerbread, biscuit
scone, biscuit
muffin, cupcake
ice lolly, popsicle
jelly, jello, gelatin
candyfloss, cotton candy
cottage cheese, curd
cheese, cheddar
cheese, parmesan
double cream, heavy cream
rapeseed oil, canola oil
yoghurt, yogurt
sultanas, raisins
berry, strawberry
berry, raspberry
berry, blackberry
berry, blueberry
nuts, almonds
nuts, walnuts
nuts, hazelnuts
peanut, groundnut
sesame, tahini
herb, parsley
herb, basil
herb, rosemary
spice, cinnamon
spice, cumin
spice, ginger
bottling, canning, preserving
tinned, canned
saute, fry
slow cooker, crock pot
barbecue, bbq
sieve, strainer, sift
thaw, defrost
frying pan, skillet
saucepan, pot
baking paper, parchment paper, greaseproof
cling film, plastic wrap
tin foil, aluminium foil
cutlery, silverware
crockery, tableware
jug, pitcher
tin opener, can opener
tablespoon, tbsp
teaspoon, tsp
main course, entree
fizzy drink, soda
soft drink, soda, lemonade
booze, alcohol, liquor
spirits, whisky
whisky, whiskey, scotch
champagne, sparkling wine, prosecco
keto, low carb
wholesome, nutritious
sandwich, butty, sarnie
toastie, grilled cheese
waiter, waitress
tasty, delicious, yummy
rotten, gone off, spoiled
best before, expiry date, use by
hungry, starving, appetite
peel, zest
blender, liquidiser
spatula, turner
nibbles, snacks, finger food
icing, glaze
wholegrain, wholemeal
sauerkraut, fermented
taxman, tax office, inland revenue
vat, sales tax
tax refund, tax rebate
inheritance tax, estate tax, death duties
deductible, insurance excess
welfare, state benefits, social security
current account, checking account
overdraft, overdrawn
standing order, recurring payment
bank transfer, wire transfer
cash machine, atm, cashpoint
wallet, purse
quid, pound sterling
pay back, repay
arrears, overdue payment
bankrupt, insolvent
bankruptcy, insolvency
skint, penniless, no money
rich, wealthy, affluent
nest egg, savings
stock market, stock exchange
index fund, etf
mutual fund, unit trust
cryptocurrency, bitcoin
inflation, rising prices, cost of living
recession, downturn, slump
expenditure, outgoings
tip, gratuity
refund, money back, reimbursement
compensation, payout
charity, donation
subsidy, funding
scholarship, bursary, stipend
lottery, jackpot
gambling, betting
bet, wager
scam, fraud
swindle, fraud
bribe, corruption
small print, fine print
warranty, guarantee
lawsuit, litigation
sue, lawsuit
plaintiff, claimant
defendant, accused
barrister, advocate, counsel
verdict, judgment
jury, trial
arrested, detained, custody
probation, parole
convict, prisoner, inmate
behind bars, imprisoned, prison
murder, homicide
burgled, break-in
shoplifting, theft
mugged, robbed
pickpocket, thief
blackmail, extortion
cop, police, policeman
detective, investigator
death penalty, capital punishment
statute, law
copyright, intellectual property
libel, defamation, slander
unemployment benefit, jobseeker
burglar, robber
thrifty, frugal, economical
pay off, settle debt
bicycle lane, cycle path
puncture, flat tyre
e-bike, electric bike, pedelec
scooter, moped
motorbike, motorcycle
cyclist, biker, rider
car boot, trunk
number plate, license plate
manual car, stick shift
accelerator, gas pedal
tailpipe, exhaust pipe
dashboard, instrument panel
headlight, headlamp
antifreeze, coolant
oil change, car service
mot, vehicle inspection
mechanic, car repair
estate car, station wagon
saloon, sedan
convertible, cabriolet
camper van, motorhome, rv
caravan, trailer
electric car, ev
charging station, charge point
petrol station, gas station, filling station
refuel, fill up
diesel, fuel
mileage, odometer
miles per gallon, fuel consumption
car hire, car rental
car sharing, carpool
hitchhike, thumb a lift
taxi, cab
traffic light, stoplight
roundabout, traffic circle
crossroads, intersection, junction
zebra crossing, crosswalk
pavement, sidewalk
footpath, trail
flyover, overpass
ring road, bypass
traffic jam, congestion
diversion, detour
roadworks, road construction
breakdown, tow truck
pile-up, car crash
sat nav, gps
sleeper, night train
ticket inspector, conductor
return ticket, round trip
fare, ticket price
season ticket, travel pass, railcard
public transport, bus
public transport, tram
aeroplane, airplane
layover, stopover
hand luggage, carry-on, cabin bag
rucksack, backpack
customs, border control
stewardess, flight attendant, cabin crew
helicopter, chopper
cruise, ocean liner
yacht, sailing boat
rowing boat, dinghy
canoe, kayak
jetty, pier
marina, harbour
captain, skipper
day trip, excursion
package tour, all inclusive
itinerary, travel plan
travel agent, tour operator
bed and breakfast, guesthouse
holiday home, vacation rental, airbnb
inn, guesthouse
chalet, cabin
guidebook, travel guide
souvenir, keepsake, memento
bonfire, campfire
waterproof, rain gear
abroad, overseas
shuttle, transfer bus
motor home, camper
job hunting, looking for work
job advert, vacancy, job opening
cv, resume, curriculum vitae
applicant, candidate
headhunter, recruiter
human resources, personnel
trainee, apprentice, intern
apprenticeship, vocational training
internship, work placement
work experience, internship
mentor, coach
skills, abilities, competence
jobless, unemployed, out of work
layoff, downsizing
severance, redundancy pay
leave of absence, sabbatical
annual leave, vacation days, holiday entitlement
bank holiday, public holiday
rota, roster
flexitime, flexible hours
working from home, remote work, home office
coworking, shared office
self-employed, freelance
entrepreneur, founder
side hustle, second job
pay rise, salary increase
perks, fringe benefits
payslip, pay stub, wage slip
appraisal, performance review
meeting notes, meeting minutes
post-mortem, lessons learned
workshop, seminar
facilitator, moderator
attendees, participants
backlog, to-do list
procrastinate, put off
delegate, hand over
responsible, in charge
chief executive, ceo, managing director
deputy, assistant
department, division
headquarters, head office
workforce, staff
strike, walkout, industrial action
merger, takeover, acquisition
shareholder, investor
supplier, vendor
bid, tender
negotiate, bargain, haggle
salesman, sales rep
marketing, advertising
advert, advertisement, commercial
survey, questionnaire
trade fair, expo, exhibition
stocktaking, inventory
warehouse, storehouse, depot
foreman, supervisor
workman, labourer, laborer
civil servant, public official
bureaucracy, red tape
bullying, harassment
whistleblower, informant
hairdresser, barber
cobbler, shoemaker
tailor, dressmaker, seamstress
fireman, firefighter
postman, mailman, letter carrier
caretaker, janitor
chairman, chairperson
laid off, redundancy pay
wages, earnings
tradesman, craftsman
primary school, elementary school
secondary school, high school
nursery school, preschool
headmaster, headteacher, principal
classmate, schoolmate
playtime, recess
maths, arithmetic
times tables, multiplication
algebra, equations
right angle, perpendicular
slope, gradient
middle value, median
odds, probability
whole number, integer
nought, zero
formula, equation
bar chart, histogram
resit, retake
detention, punishment
truant, skipping school
school trip, field trip
doctorate, phd
dissertation, thesis
professor, lecturer
tuition, school fees
learning by heart, memorise, rote
flashcards, spaced repetition
dyslexia, reading difficulty
exercise book, notebook
notebook, jotter
rubber, eraser
drawing pin, thumbtack
blackboard, chalkboard
biro, ballpoint, pen
encyclopaedia, encyclopedia
capital letter, upper case
small letter, lower case
brackets, parentheses
inverted commas, quotation marks
mother tongue, native language
proverb, idiom
swear word, curse
slang, colloquial
sign language, deaf
scientist, researcher
laboratory, lab
hypothesis, conjecture
theory, hypothesis
chemical element, periodic table
carbon dioxide, co2
genes, dna, heredity
evolution, natural selection
dinosaur, prehistoric
extinct, died out
stargazing, astronomy
telescope, astronomy
outer space, cosmos
galaxy, milky way
shooting star, meteor, meteorite
moon, lunar
astronaut, cosmonaut
spaceship, rocket, spacecraft
alien, extraterrestrial, ufo
earthquake, seismic, tremor
volcano, lava, eruption
gemstone, jewel, precious stone
climate change, global warming
fossil fuel, coal
hydroelectric, water power, dam
philosopher, thinker
ethics, morals
pupil, schoolchild
outer space, astronomy
shrub, bush
conifer, pine
conifer, fir, spruce
pruning shears, secateurs
lawnmower, mow, grass cutting
strimmer, string trimmer
turf, lawn
dandelion, weed
nettle, weed
weedkiller, herbicide
pesticide, insecticide
greenfly, aphid, blackfly
caterpillar, larva
dung, manure
houseplant, pot plant
sprout, germinate
greenhouse, polytunnel, hothouse
irrigation, watering
rain barrel, water butt, rainwater
drought, dry spell
bulb, tulip
bulb, daffodil
flower, rose
flower, tulip
flower, sunflower
bunch of flowers, bouquet
florist, flowers
meadow, pasture, grassland
marsh, swamp, bog
wetland, marsh
moor, heath
jungle, rainforest
cave, cavern, grotto
waterfall, cascade
tidal wave, tsunami
hurricane, typhoon, cyclone
tornado, twister, whirlwind
thunderstorm, lightning
drizzle, light rain
downpour, heavy rain
rainfall, precipitation
sleet, wet snow
blizzard, snowstorm
fog, mist, haze
cloudy, overcast
humid, muggy
humidity, moisture
sunrise, dawn, daybreak
sunset, dusk, nightfall
wildlife, wild animals
birdwatching, ornithology
bird, robin
bird, sparrow
bird, blackbird
bird, owl
raptor, bird of prey
bird of prey, eagle
bird of prey, hawk
seabird, gull
waterfowl, duck
waterfowl, swan
pigeon, dove
crow, raven
cockerel, rooster
chicken coop, henhouse
ewe, sheep
calf, cow
bull, ox
donkey, mule
foal, colt
mongrel, mixed breed
neutered, spayed, castrated
feline, cat
canine, dog
bovine, cattle
equine, horse
deer, stag
squirrel, rodent
hamster, rodent
hare, bunny
rabbit, bunny
tortoise, turtle
reptile, lizard
reptile, snake
amphibian, frog
crocodile, alligator
whale, orca
ape, gorilla
ape, chimpanzee
monkey, primate
insect, ant
insect, butterfly
butterfly, moth
ladybird, ladybug
spider, arachnid
bumblebee, bee
wasp, hornet
mosquito, gnat, midge
grasshopper, locust
beekeeping, apiary, apiculture
herd, cattle
fodder, animal feed
plough, plow
grain, cereal
grain, wheat
grain, barley
vineyard, winery
fish tank, aquarium
fishing, angling
angler, fisherman
leash, dog lead
cattle, livestock
poultry, livestock
sit-ups, crunches
push-ups, press-ups
pull-ups, chin-ups
abs, stomach muscles
muscle, biceps
weightlifting, strength training
weights, dumbbell
stamina, endurance
endurance, cardio
long distance, marathon
step counter, pedometer
hurdles, athletics
athletics, track and field
front crawl, freestyle
swimming costume, swimsuit, bathing suit
scuba, diving
cycling, bike ride
mountain biking, mtb
rambling, hiking
trekking, hiking
bouldering, climbing
summit, peak
ski run, piste
cross-country skiing, nordic skiing
sledge, sled, toboggan
snowboard, skiing
rollerblades, inline skates
skateboard, skating
horse riding, equestrian, horseback
dressage, equestrian
horse race, derby
martial arts, karate
martial arts, judo
football pitch, soccer field
goalkeeper, keeper, goalie
league table, standings
fixture, football match
winner, champion
runner-up, second place
coach, trainer
umpire, referee
spectator, supporter
stadium, arena
football kit, jersey
rugby, scrum
cricket, wicket
rounders, baseball
ice hockey, puck
table tennis, ping pong
badminton, shuttlecock
racket, racquet
bowls, boules, petanque
bowling, skittles
snooker, billiards
treadmill, running machine
dance, ballet
ballroom, waltz
stopover, overnight stay
rucksack, knapsack
unhappy, miserable, sad
weep, cry, sob
delighted, overjoyed, thrilled
excited, thrilled, enthusiastic
enthusiasm, passion
grateful, thankful, gratitude
calm, relaxed, peaceful
relax, unwind, chill out
stressed, overwhelmed
worn out, knackered, exhausted
frustrated, annoyed
grumpy, bad mood
bad tempered, irritable
rage, fury, anger
yell, shout, scream
jealous, envious, envy
grudge, resentment
revenge, vengeance, retaliation
forgive, pardon
regret, remorse
embarrassed, awkward, ashamed
shy, timid, bashful
introvert, shy
extrovert, outgoing
confident, self-assured
arrogant, conceited, stuck up
modest, humble
selfish, egoistic
stingy, miserly, tight-fisted
compassion, sympathy
courteous, good manners
honest, sincere, truthful
liar, dishonest
betray, backstab
loyal, faithful
trustworthy, reliable
stubborn, obstinate, pig-headed
curious, nosy, inquisitive
bossy, domineering
tease, make fun of
insult, offend
praise, compliment
blame, accuse
scold, tell off
nag, pester
disappointed, let down
hopeless, despair
terrified, petrified
fear of heights, vertigo, acrophobia
nervous, on edge
horror, dread
disgusting, gross, revolting
shocked, stunned
baffled, confused
flirt, chat up
hug, cuddle, embrace
snog, kiss
fall out, quarrel
get along, get on well
nostalgia, good old days
courage, bravery
cheeky, naughty
mischief, prank
joke, gag
laugh, giggle, chuckle
smile, grin
sarcasm, irony
weird, strange, peculiar
eccentric, odd
attitude, mindset
habit, routine
instinct, gut feeling, intuition
hunch, gut feeling
emotion, feeling
wellbeing, wellness
cheer up, comfort
gloomy, melancholy
joyful, merry, jolly
sorrow, grief
dressing gown, bathrobe
pyjamas, pajamas, nightwear
nightdress, nightgown
underwear, knickers, panties
underpants, boxer shorts
lingerie, underwear
waistcoat, vest
tights, pantyhose
dinner jacket, tuxedo
evening dress, gown
dress, frock
blouse, shirt
cardigan, knitwear
hoodie, sweatshirt
tracksuit, sweatpants
dungarees, overalls
jeans, denim
parka, anorak, winter coat
raincoat, mackintosh, waterproof jacket
overcoat, winter coat
cloak, cape
wellies, wellington boots, rubber boots
slippers, house shoes
flip-flops, sandals
high heels, stilettos
bobble hat, beanie, woolly hat
headscarf, hijab
shawl, scarf
gloves, mittens
handbag, purse
bumbag, fanny pack
umbrella, brolly
yarn, wool
crochet, knitting
embroidery, needlework
patchwork, quilting
weaving, loom
fabric, cloth, textile
cotton, fabric
linen, fabric
silk, fabric
leather, suede
trendy, fashionable
charity shop, thrift store, op shop
fancy dress, costume
outfit, attire
crease, wrinkle
jewellery, jewelry
jewellery, necklace
jewellery, earrings
bracelet, bangle
makeup, cosmetics
lipstick, makeup
nail varnish, nail polish
perfume, fragrance, aftershave
scent, perfume
moisturiser, face cream
haircut, hairstyle, hairdo
plait, braid
wig, hairpiece, toupee
beard, facial hair
moustache, mustache
shave, razor
scruffy, shabby
yule, christmas
father christmas, santa
nativity, birth of jesus
christmas carol, hymn
fireworks, firecracker
shrove tuesday, pancake day, mardi gras
carnival, mardi gras
good friday, crucifixion
easter, resurrection
whitsun, pentecost
seder, passover
ramadan, fasting month
mother's day, mothering sunday
jesus, christ
messiah, saviour, savior
gospel, new testament
bible, scripture
koran, quran
torah, old testament
apocalypse, end of world
paradise, heaven
hell, underworld
devil, satan
demon, evil spirit
ghost, spirit
haunted, ghost
soul, spirit
reincarnation, rebirth
prophet, seer
fortune teller, clairvoyant
horoscope, astrology
zodiac, star sign
tarot, fortune telling
witch, sorceress
witchcraft, sorcery, magic
wizard, sorcerer, magician
unbeliever, atheist, godless
heathen, pagan
sermon, preach
preacher, minister, pastor
vicar, priest, parson
parish, congregation
sunday service, worship
communion, eucharist
choir, singers
psalm, hymn
bell tower, belfry
convent, nunnery
abbey, monastery
friar, monk
hermit, recluse
crusade, holy war
protestant, lutheran
reformation, protestant
catholic, papal
cult, sect
sabbath, day of rest
mecca, pilgrimage
hajj, pilgrimage
ritual, ceremony, rite
funfair, carnival, fairground
parade, procession
new year's eve, hogmanay
blessing, benediction
north african, moroccan
north african, tunisian
north african, algerian
north african, egyptian
middle eastern, lebanese
middle eastern, turkish
persian, iranian
scandinavian, swedish
scandinavian, norwegian
scandinavian, danish
nordic, finnish
nordic, scandinavian
nordic, icelandic
norse, viking
slavic, russian
slavic, polish
slavic, czech
slavic, ukrainian
balkan, serbian
balkan, croatian
balkan, bulgarian
baltic, lithuanian
baltic, latvian
baltic, estonian
soviet, russian
ussr, soviet union
mediterranean, greek
mediterranean, italian
iberian, spanish
iberian, portuguese
hispanic, spanish
hispanic, latino
latin american, mexican
latin american, brazilian
south american, brazilian
south american, argentinian
south american, peruvian
caribbean, jamaican
caribbean, cuban
west indies, caribbean
british, english
british, scottish
british, welsh
uk, britain, united kingdom
celtic, irish
celtic, scottish
holland, netherlands
dutch, netherlands
usa, united states, america
asian, chinese
asian, japanese
east asian, korean
south asian, indian
southeast asian, thai
southeast asian, vietnamese
southeast asian, indonesian
siam, thailand
burma, myanmar
ceylon, sri lanka
african, nigerian
african, ethiopian
inuit, eskimo
hellenic, greek
ottoman, turkish
metropolis, big city
suburb, outskirts
county, shire, district
exile, banished
prime minister, premier
politician, statesman
ambassador, diplomat
embassy, consulate
dictator, tyrant, despot
right-wing, conservative
left-wing, socialist
marxist, communist
fascist, nazi
referendum, plebiscite
alliance, coalition
propaganda, indoctrination
protest, rally
riot, unrest
coup, overthrow, putsch
assassinate, murder
spy, espionage, secret agent
traitor, treason
guerrilla, partisan, resistance fighter
ceasefire, truce, armistice
surrender, capitulate
massacre, slaughter
genocide, ethnic cleansing
holocaust, shoah
prisoner of war, pow
conscription, military service
veteran, ex-soldier
air raid, bombing, blitz
bomb, explosive
cannon, artillery
first world war, great war
second world war, wwii
sword, blade
castle, fortress, stronghold
plague, black death
famine, hunger
feminism, women's rights
immigrant, migrant, newcomer
crowned, coronation
dynasty, royal house, ruling family
royal, regal
tsar, czar
serf, peasant
stone age, prehistoric
archaeology, excavation
viking, norseman
noughts and crosses, tic-tac-toe
draughts, checkers
monopoly, board game
jigsaw, puzzle
playing cards, deck
poker, card game
rummy, card game
quiz, trivia
video game, computer game
gamepad, joystick
role playing game, rpg
teddy, stuffed animal, soft toy
puppet, marionette
merry-go-round, carousel
roller coaster, theme park
magician, conjurer
classical music, symphony
symphony, orchestra
opera, aria
violin, fiddle
violinist, fiddler
woodwind, flute
woodwind, clarinet
brass, trumpet
sax, saxophone
mouth organ, harmonica
accordion, squeezebox
pianist, piano player
crotchet, quarter note
quaver, eighth note
minim, half note
chord, harmony
beat, rhythm
chorus, refrain
lyrics, song words
vinyl, lp
turntable, record player
cd, compact disc
cassette, tape
hi-fi, stereo
disco, nightclub
folk music, traditional music
rap, hip hop
clap, applause
gig, live music
playwright, dramatist
director, filmmaker
screenplay, film script
cartoon, animated film
thriller, suspense
whodunit, detective story, murder mystery
crime novel, detective story
romcom, romantic comedy
science fiction, sci-fi
telly, television
tv series, sitcom
soap opera, tv drama
aerial, antenna
reporter, journalist
painter, artist
watercolour, watercolor
fresco, mural
landscape, scenery
pottery, ceramics
crayon, coloured pencil
antiques, flea market
stamp collecting, philately
craft, handicraft
rhyme, verse
sonnet, poem
haiku, poem
short story, tale
fairy tale, folk tale
protagonist, hero, main character
villain, baddie, bad guy
biography, life story
autobiography, memoirs
foreword, preface
comic, graphic novel
satire, parody
spoof, parody
pseudonym, pen name
presenter, announcer, newsreader
handset, phone
landline, fixed line
answering machine, voicemail
prepaid, top up
aeroplane mode, airplane mode, flight mode
earbuds, headphones
power bank, portable charger
selfie, photo
vibrate, silent mode
tablet, ipad
trolley, shopping cart
cash register, checkout counter
shop assistant, sales clerk
shopkeeper, store owner
shopping centre, mall
department store, shop
corner shop, convenience store
off-licence, liquor store
greengrocer, vegetables
fishmonger, fish
stationery, office supplies
newsagent, newspapers
ironmonger, hardware store
retailer, shop
bargain, cheap
special offer, bargain
sale, bargain
voucher, coupon, discount code
gift card, voucher
pricey, expensive
overpriced, rip-off
affordable, cheap
second-hand, pre-owned
flea market, car boot sale
jumble sale, garage sale, yard sale
delivery, shipping
postage, shipping
courier, delivery
backorder, out of stock
sold out, out of stock
hotline, customer service
answerphone, voicemail
phone box, telephone booth
mobile operator, phone provider, carrier
internet provider, isp
broadband, internet connection
supermarket, grocery store
bookshop, bookstore
seller, vendor, merchant
buyer, customer
gadget, gizmo, device
speakerphone, hands free
predictive text, autocorrect
memory card, sd card
custom made, bespoke
frugal, cheap
catalogue, brochure
leaflet, flyer, pamphlet
spending spree, splurge
refurbished, reconditioned
shopper, buyer
costly, pricey
mobile, handset
voice message, voicemail
midday, noon, lunch
tonight, this evening
fortnight, two weeks
fortnightly, every two weeks, biweekly
every year, annually
every month, monthly
quarterly, every three months
six months, half a year
dozen, twelve
hundred years, century
thousand years, millennium
working day, weekday
era, epoch
nowadays, these days
at the moment, currently
at once, immediately, straight away
instantly, right away
in advance, beforehand
afterwards, later on
meanwhile, in the meantime
eventually, in the end
sudden, abrupt
gradually, little by little
temporary, provisional, interim
punctual, on time
deadline, cut-off date
expires, valid until
date of birth, born on
oversleep, slept in
diary, planner
duration, how long
gap, interval
age, how old
ton, tonne
triple, threefold, three times
quadruple, four times
shortage, scarcity
small hours, early morning
short notice, last minute
once a week, weekly
once a month, monthly
once a year, annually
rarely, seldom, hardly ever
occasionally, now and then
continually, all the time
simultaneously, same time
next day, following day, tomorrow
rough estimate, ballpark
tiny, minuscule, microscopic
gigantic, colossal, immense
gigantic, huge
slim, slender, thin
vast, huge
distance, how far
halve, cut in half
dawn, early morning
school holidays, vacation
past few days, recently
childhood, early years
stale, outdated
obsolete, outdated
scant, meagre
adequate, enough
spare, extra
countless, innumerable
weekday, monday to friday
rush, in a hurry
never-ending, endless
`
