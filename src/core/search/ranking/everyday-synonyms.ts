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
`
