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
letter, post, mail
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
`
