/* eslint-disable max-lines -- a table */
/**
 * Words that mean nearly the same in technical English, a group a line. Nothing here knows any note;
 * a vault adds its own groups with `search.synonyms` in its configuration.
 */
export const technicalSynonyms = `
picture, image, photo, photograph
video, film, movie
word, token, term
character, letter, symbol
sentence, phrase, text
text, document, prose
piece, part, fragment, subword
unknown, unseen, out of vocabulary, new
vocabulary, lexicon, dictionary
meaning, semantics, semantic
translate, translation
summarise, summary, abstract
question, query, request
answer, response, reply
assistant, agent, chatbot
language model, llm
neural network, network, net
neuron, unit, node
layer, level
node, vertex
edge, link, connection
weight, parameter, coefficient
parameter, setting, hyperparameter
feature, attribute, property
dimension, size, width
direction, axis
step, move, transition
goal, target, objective, aim
loss, cost, error, objective
cost, loss, expense
penalty, punish, penalise, regularise
reward, return, payoff
policy, strategy, behaviour
behaviour, behavior, conduct
action, decision, move
choose, select, pick, choice, selection
decide, decision, choose
combine, mix, merge, join, aggregate
mix, blend, mixture
merge, combine, join, fuse
split, divide, separate, partition
separate, disentangle, split
share, shared, common
copy, duplicate, clone
store, save, keep, memory, cache
remember, memory, memorise, recall, store
forget, lose, memory
reuse, replay, recycle, again
experience, replay, transition
old, past, previous, earlier, stale
earlier, previous, past, before
new, fresh, novel
frozen, fixed, constant, target
fixed, constant, static
change, shift, vary, modify
shift, drift, change, move
different, differ, distinct, mismatch
similar, alike, close, like
same, equal, identical
compare, comparison, contrast
distance, dissimilarity, divergence
measure, metric, score
score, rating, rank, value
rate, rating, score
average, mean
spread, variance, deviation
noisy, noise, variance
noise, perturbation, corruption
certain, confident, confidence
unsure, uncertain, uncertainty
overconfident, miscalibrated, overconfidence
trust, confidence, reliable
guarantee, bound, assurance
interval, range, region
limit, bound, restrict, constrain, constraint
constraint, condition, restriction
bound, limit
allowed, permitted
avoid, prevent, without
prevent, avoid, stop
stop, halt, end
begin, start, initial
start, initial, initialise
end, finish, terminal
delay, late, lag
wait, until, after
growing, increase, grow
increase, raise, grow
decrease, reduce, lower, shrink, cut
reduce, cut, shrink, lessen, lower
compress, compression, shrink
expand, expansion, extend
explode, exploding, blow up, diverge
vanish, vanishing, disappear
diverge, unstable, instability
unstable, instability, unsteady
collapse, fail, failure
fail, failure, break
break, broken, damage
crash, failure, recover
fix, repair, solve, correct
solve, solution, handle
problem, issue, difficulty, trouble
help, support, aid
build, construct, make, create
create, generate, produce, make
produce, generate, create
generate, sample, produce, synthesise
generator, generative, produce
sample, draw, example
draw, sample
example, sample, instance
instance, example
data, dataset, corpus
dataset, data set, corpus
test, evaluation, evaluate
evaluate, assess, judge, test
judge, evaluate, assess
hold out, validation, held-out
unlabelled, unsupervised
teacher, supervisor
supervise, supervision, oversee
hand over, defer, delegate, pass
pass, defer, hand
curiosity, curious, intrinsic, motivation
motivation, motivated, drive
explore, exploration
exploit, exploitation
play, game
game, play
evolve, evolution, evolutionary
mutation, mutate, change
invent, discover, discovery
discovery, finding, breakthrough
theory, hypothesis
proof, theorem
formula, equation
equation, formula
calculate, compute, computation
compute, calculate
count, number, frequency
number, amount, quantity
table, tabular
list, sequence, ranking
sequence, series, order
order, ranking, position
place, position, location
where, position
rotate, rotation, rotary
turn, rotate
translation, shift
symmetry, equivariance, invariance
shape, geometry, form
line, straight
corner, keypoint
border, boundary, margin, edge
boundary, border, frontier
margin, gap
curve, function
bell curve, gaussian, normal distribution
normal, gaussian
smooth, continuous
jump, discontinuity
discrete, categorical
differentiable, gradient, derivative
gradient, slope, derivative
derivative, gradient
sum, total
square, squared, quadratic
root, square root
fraction, ratio, share
share, fraction, portion
ratio, proportion
weighting, weighted, reweight
reweight, weighting, importance
correct for, reweight, adjust
bias, skew, systematic error
biased, skewed
unbalanced, imbalanced, imbalance
balance, trade-off, compromise
trade-off, tradeoff, balance
complexity, complicated, complex
simplest, simplicity, parsimony
overfit, overfitting, memorise
underfit, underfitting
generalise, generalization, transfer
transfer, adapt, reuse
prior, belief
belief, prior, posterior
posterior, belief
hidden, latent, unobserved
unobserved, hidden, latent
visible, observed, observable
partial, incomplete, partially
incomplete, missing, partial
missing, absent
sparse, few, zero
few, small number, sparse
dense, full
full, complete, whole
whole, entire, complete
memory, cache, storage
accelerator, gpu, hardware
parallel, simultaneous, concurrent
recursive, recurrent, repeat
recurrent, loop, feedback
repeat, iterate, iterative, again
iterate, iteration, loop
gradual, incremental, step by step
incremental, running, online
online, live, streaming
offline, logged, batch
click, interaction
logged, log, historical
recommend, recommendation, suggestion
suggest, recommend, propose
rank, order, sort
document, page, file
file, document
folder, directory
centroid, center, centre, mean
centre, center, centroid, middle
cluster, clustering, group
sine, sinusoid, sinusoidal, wave
cosine, sinusoid, sinusoidal, angle
wave, sinusoid, frequency, oscillation
frequency, spectrum, fourier
spectrum, frequency
vector, embedding, representation
embedding, vector, representation
representation, encoding, embedding, code
encode, encoding, encoder, represent
decode, decoding, decoder, generate
orientation, pose, angle, rotation
pose, orientation, position
filter, kernel, convolution
kernel, filter
slot machine, bandit, arm
gamble, bandit, bet
film, movie, item
product, item
item, product, object
object, item, entity
entity, object, mention
hyperplane, boundary, separator
linear separator, hyperplane, linear classifier
clip, cap, limit, truncate
cap, clip, limit
truncate, cut, clip
mask, masked, hide
blank, mask, masked
pretrain, pre-training, pretraining
scratch, random initialisation
synthetic, artificial, generated
entropy, uncertainty, surprise, information
divergence, distance, dissimilarity
similarity, likeness, closeness
alike, similar, similarity
inner product, dot product
dot product, inner product
matrix, table
factorise, factorization, decompose, decomposition
decompose, decomposition, factorise
low rank, truncated, low-rank
eigenvector, principal component, axis
principal, main, largest
variance, spread, noise
covariance, correlation
correlated, dependent, correlation
correlation, association, dependence
probability, likelihood, chance
density, distribution, probability
distribution, density
sampling, sample, draw
unseen, new, unknown, held-out
test set, held-out, validation
validation, held-out, test
hyperparameter, setting, knob
knob, hyperparameter, parameter
tune, adjust, select
learning rate, step size
step size, learning rate
optimise, minimise, maximise, optimum
minimise, minimum, optimise, lower
maximise, maximum, optimise
minimum, lowest, optimum
descend, descent, downhill
downhill, descent, gradient
climb, ascent, uphill
momentum, inertia, moving average
moving average, running mean, exponential average
running mean, moving average, incremental
saturate, saturation, flatten
vanishing gradient, saturate, gradient vanishes
backpropagate, backpropagation, chain rule
chain rule, backpropagation
activation, nonlinearity, output
nonlinearity, activation
threshold, cutoff, limit
gate, gating, switch
gated, gate, gating
router, routing, gate
routing, router, assign
assign, allocate, assignment
cell, state, memory
state, situation, condition
situation, state, case
observation, input, measurement
sensor, observation, measurement
partially, partial, incompletely
agent, robot, player
robot, agent
controller, policy, agent
behavior policy, off-policy
trial and error, reinforcement, exploration
reward, feedback, score
feedback, reward, response
preference, comparison, ranking
human feedback, preference
value function, value, return
expected return, value
discount, discounted, future
rollout, simulation, trajectory
trajectory, episode, path
episode, trial, run
tree, branch
branch, tree, fork
look ahead, search, planning
chess, game, board
board game, game, go
hidden variable, latent variable
latent, hidden, unobserved, factor
factor, latent, component
component, part, factor
mixture, blend, combination
combination, mixture, ensemble
ensemble, committee, combination
average, pool, aggregate
pooling, pool, average
bottleneck, compression, narrow
reconstruct, rebuild, restore
rebuild, reconstruct, restore
denoise, clean, denoising
clean, cleaning, denoise
dirty, noisy, corrupted
corrupted, noisy, damaged
mislabelled, label noise, label error, wrong label
label error, wrong label, noisy label
outlier, anomaly
anomaly, outlier, unusual
invertible, bijective, reversible
reversible, invertible
warp, transform, map
mapping, map, function
projection, project, map
surrogate, proxy, approximation
proxy, surrogate, substitute
substitute, replace, proxy
replace, substitute, swap
swap, exchange, replace
intractable, infeasible, impossible, too expensive
infeasible, impossible, intractable
tractable, feasible, computable
normalising constant, partition function
partition function, normaliser, normalising constant
energy, score
physics, energy, statistical mechanics
spin, binary
binary, two classes, yes no
classifier, classification, classify
classify, classification, categorise
regression, curve fitting, fit
curve fitting, regression
ridge, regularisation, weight decay
weight decay, regularisation, ridge
shrinkage, regularisation, ridge
regularise, regularization, penalty
penalty, regularizer, regularization
early stopping, regularisation
sentiment, opinion
parse, parser, syntax
syntax, grammar
grammar, syntax
semantic, meaning
pronoun, coreference, mention
refer, reference, mention
mention, reference, refer
relation, relationship, link
knowledge base, database, facts
retrieve, retrieval, search
search engine, retrieval, ranking
document ranking, retrieval, ranking
relevant, relevance
relevance, relevant, useful
term frequency, tf
n-gram, overlap, bigram
overlap, intersection, n-gram
machine translation, translation
subword, piece, byte pair
tokeniser, tokenizer, tokenization, subword
context window, context, long sequence
long context, long sequence, long conversation
long conversation, long context
autoregressive, one at a time, token by token
one at a time, autoregressive, sequentially
sequential, sequence, one at a time
step by step, incremental, sequential
pixel, image
rotation, rotate, angle, turn
invariant, equivariant, symmetric
symmetric, symmetry, equivariant
translation invariant, convolution, shift
detector, detection
recursion, recursive, loop
self-improving, self-improvement, rewrites itself
code, program, software
program, code, software
rewrite, modify, edit
genetic, evolutionary, evolve
population, archive, generation
diversity, diverse, variety
variety, diversity, different
novelty, new, novel
niche, cell, behaviour
scientist, researcher, science
research, science, study
hypothesis, idea, theory
mathematics, math, maths
theorem, result, proof
`
