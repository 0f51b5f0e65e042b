/* eslint-disable max-lines -- a table */
/** Groups of words by which people in learning, statistics and computing ask for what writers call otherwise. */
export const fieldSynonyms: readonly (readonly string[])[] = `
attention, focus, attend, look at
attend, focus, look at, weigh
weigh, weight, weighting
importance, weight, salience, relevance, contribution
relevance, importance, similarity
context, surrounding, history, neighbourhood
history, past, trajectory, memory
memory, recall, retention, remember, storage
remember, recall, memory, retain, keep
forget, forgetting, lose, overwrite, catastrophic
long-range, long-term, distant, far apart, long
dependency, dependence, relation, relationship
vector, embedding, representation, encoding, point
representation, feature, embedding, code, latent
feature, variable, input, attribute, predictor, covariate
covariate, input, feature, explanatory variable
predictor, model, estimator, regressor
regressor, regression, predict number
target, label, output, response
response, output, outcome, reply
label, class, annotation, ground truth
annotator, rater, labeler, human
annotate, label, mark
category, class, categorical, discrete
class, category, group, type
imbalanced, rare class, skewed, unbalanced, minority
skewed, imbalanced, asymmetric, biased
accuracy, correct, performance, right
performance, accuracy, score, quality
quality, performance, goodness, fidelity
precision, accuracy, exactness, positive
recall, sensitivity, coverage, found
coverage, guarantee, contain, interval
confidence, probability, certainty, calibrated
calibrated, calibration, confidence, reliable probability
credible, confidence, interval, posterior
certainty, confidence, probability, sure
sure, certain, confident, confidence
unsure, uncertain, uncertainty, doubt
uncertainty, variance, confidence, spread, unknown, entropy
ignorance, uncertainty, epistemic, unknown
noise, randomness, stochasticity, aleatoric, variance
randomness, noise, stochastic, random
random, stochastic, noisy, sampled
noisy, stochastic, random, uncertain, high variance
deterministic, fixed, not random, certain
variance, noise, spread, fluctuation
fluctuate, vary, variance, oscillate
oscillate, unstable, zigzag, bounce
zigzag, oscillate, ravine, ill-conditioned
jitter, noise, perturb
unstable, diverge, instability, oscillate
stability, stable, stabilize, converge
converge, convergence, reach, settle, stable
settle, converge, stabilize
stuck, local minimum, plateau, trapped, stall
trapped, stuck, local optimum
plateau, flat, saturated, stall
saddle, flat, critical point
valley, minimum, ravine
hill, peak, slope
bottom, minimum, lowest
lowest, minimum, minimal, cheapest
highest, maximum, maximal, argmax, greedy
largest, maximum, top, argmax
top, best, highest, largest
greedy, best, highest, argmax
optimum, optimal, minimum, best
optimizer, optimization, gradient descent, update
optimization, optimizer, minimize, search
minimize, reduce, loss, optimize
maximize, increase, optimize, ascent
gradient, slope, derivative, direction
slope, gradient, derivative
steepest, gradient, natural gradient, descent
curvature, hessian, second derivative, second-order
second-order, curvature, hessian, newton
hessian, curvature, second derivative
inverse, undo, invert, reversal
undo, inverse, reverse, invert
jacobian, determinant, derivative
determinant, volume, jacobian
volume, determinant, density
small steps, learning rate, step size, gradual
step size, learning rate, stride
stride, step, skip
decay, shrink, decrease, anneal, schedule
anneal, cool, temperature, decay, schedule
schedule, annealing, decay, warmup
warmup, warm-up, schedule
temperature, softmax, sharpness, randomness
softmax, probability, normalize, exponential
normalize, scale, standardize, normalization, unit
standardize, normalize, whiten, scale
scale, size, magnitude, normalize, grow
magnitude, size, norm, length, scale
norm, length, magnitude
unit, normalized, neuron
rescale, scale, normalize
center, mean, subtract mean
baseline, reference, average, subtract
advantage, better than average, relative, baseline
relative, difference, compared
offset, bias, shift
intercept, bias, offset
bias, prejudice, unfair, systematic, offset
unfair, bias, discrimination, fairness
overfit, memorize, generalization, too complex
memorize, overfit, training data, remember
generalize, unseen, new data, transfer
unseen, new, test, generalization, never seen
complexity, capacity, flexibility, number of parameters
capacity, complexity, size, width
flexible, nonparametric, complex, expressive
expressive, powerful, flexible, rich
simple, linear, naive, basic
occam, simplicity, evidence, complexity
evidence, marginal likelihood, support, data
penalize, penalty, regularize, discourage, punish
discourage, penalize, prevent, punish
encourage, bonus, reward, motivate
bonus, reward, extra, intrinsic
punish, penalty, negative reward
shrink, decay, reduce, ridge
sparse, zeros, few nonzero, selective
selective, sparse, gate, choose
prune, remove, cut, drop
drop, dropout, remove, omit, discard
omit, drop, leave out, skip
leave out, hold out, omit, exclude
hold out, held-out, validation, leave out, split
held out, validation, hold out, test
exclude, remove, leave out, filter
fold, split, part, validation
resample, bootstrap, sampling, draw again
bootstrap, resample, bootstrapping, own estimate
own, self, itself
self, own, itself
ensemble, many models, committee, average, bagging
committee, ensemble, vote, expert
expert, specialist, mixture, router
specialist, expert, specialized
route, router, gate, dispatch, assign
dispatch, route, send, assign
assign, allocate, membership, cluster
membership, assignment, belong, responsibility
belong, member, cluster, class
responsibility, assignment, posterior
subgroup, cluster, group, partition
partition, split, cluster, region, divide
clump, cluster, group, blob
blob, cluster, gaussian, mode
mode, peak, maximum, cluster
peak, mode, maximum, bump
bump, peak, gaussian, kernel
bell, gaussian, normal
multimodal, several peaks, many modes, mixture
mixture, blend, weighted sum, several
weighted sum, linear combination, average, mixture
average, mean, expectation, expected, smooth
mean, average, expectation, center
expectation, expected, average, mean
expected, average, mean, predicted
monte carlo, sampling, random, simulate, sample average
sampling, monte carlo, draw, random
simulate, sample, rollout, model, imagine
rollout, trajectory, simulate, lookahead
lookahead, look ahead, planning, search, future
foresight, planning, lookahead, future
anticipate, predict, expect, future
predict, forecast, guess, estimate, infer
guess, predict, estimate, hypothesis
infer, inference, deduce, posterior, estimate
deduce, infer, derive
inference, posterior, prediction, infer
estimate, estimator, approximate, guess, infer
estimator, estimate, statistic
approximate, approximation, estimate, surrogate
closed form, analytic, analytical, exact solution
analytic, closed form, exact
exact, closed form, analytic, true
intractable, impossible, integral, too expensive
integral, integrate, marginalize, sum over
integrate out, marginalize, sum out, average over
marginalize, integrate, sum over, marginal
sum out, marginalize, integrate
joint, together, simultaneous
conditional, given, depends, condition
given, conditional, conditioned
condition, control, given, conditional
control, steer, guide, condition, action
steer, control, guide, direct
guide, guidance, steer, direct
guidance, conditional, steer
independent, uncorrelated, factorized, separate
uncorrelated, independent, orthogonal, decorrelate
decorrelate, uncorrelated, independent, replay
orthogonal, perpendicular, uncorrelated, independent
correlated, dependent, related, redundant
redundant, correlated, duplicate, repeated
causal, cause, effect, autoregressive
cause, causal, reason, source
prior, belief, assumption, before data
assumption, prior, assume, bias
assume, assumption, suppose
belief, posterior, prior, distribution, probability
posterior, belief, updated, after data, bayes
bayes, bayesian, posterior, prior
update, revise, adjust, change, improve
revise, update, correct
adjust, update, tune, correct, adapt
adapt, adjust, adaptation, fine-tune, transfer, meta
refine, improve, fine-tune, iterate
improve, better, increase, improvement
evidence lower bound, elbo, variational
lower bound, bound, elbo, pessimistic
upper bound, bound, optimistic, ucb
optimistic, optimism, upper bound, hopeful
pessimistic, conservative, lower bound, cautious
cautious, conservative, safe, careful
conservative, pessimistic, cautious, small
trust, region, constraint, confidence
nearby, local, close, neighbour, proximal
proximal, close, near, clip
clip, limit, cap, bound, truncate
divergence, kl, distance between distributions, difference
difference, distance, error, gap, change
gap, difference, distance, margin
distance, metric, difference, similarity, far
similarity, dot product, cosine, kernel, alike
alike, similar, same
resemble, similar, like, look like
lookalike, similar, imitation
realistic, real, natural, sharp
blurry, blur, smooth, average
sharp, crisp, realistic, peaked
crisp, sharp, clear
fake, generated, generator, counterfeit
counterfeit, fake, generator
fool, deceive, adversarial, trick
deceive, fool, deceptive, trick
attack, adversarial, hack, exploit, poison
hack, exploit, game, cheat
cheat, hack, exploit, game, loophole
loophole, hack, exploit, misspecified
misspecified, wrong, mismatch
mismatch, shift, difference, gap, discrepancy
discrepancy, difference, mismatch, divergence
shift, change, drift, mismatch
drift, shift, change, nonstationary
nonstationary, changing, moving, drift, shift
stationary, constant, unchanging, invariant
moving, changing, nonstationary, target
invariant, unchanged, same, equivariant, robust
unchanged, invariant, constant, preserve
preserve, keep, invariant, retain
equivariant, transform, symmetry, rotate
symmetry, symmetric, invariance, group
rotate, rotation, turn, orientation
flip, reverse, mirror, switch
translate, shift, translation, language
order, permutation, sequence, position, arrangement
permutation, order, shuffle, reorder, set
shuffle, permute, random order, reorder
reorder, permutation, rank
position, location, index, order, positional
location, position, place, pixel
pixel, image, picture, grid
grid, lattice, pixel, table
picture, image, visual, vision
photo, image, picture
vision, image, visual, picture
see, vision, observe, view
scene, image, object, environment
sound, audio, speech, wave
speech, audio, sound, voice
voice, speech, audio
music, audio, sound
text, language, sentence, word, document
language, text, linguistic, sentence
sentence, sequence, text, words
word, token, term
token, word, symbol, unit, piece
sequence, series, sentence, temporal, order
temporal, time, sequential, sequence
time series, sequence, temporal, forecast
sequential, one after another, step, recurrent
recurrent, recurrence, loop, sequential, state
loop, recurrent, cycle, feedback
cycle, loop, repeat
parallel, at once, simultaneously, concurrent
at once, parallel, simultaneously, batch
batch, group, mini-batch, offline
mini-batch, batch, subset, stochastic
subset, part, sample, mini-batch
portion, part, fraction, subset
patch, region, part, window, local
window, local, context, receptive field
receptive field, local, window, context
local, nearby, neighbourhood, patch
global, whole, overall, everywhere
filter, kernel, convolution, detector
pool, downsample, aggregate, reduce
downsample, pooling, reduce, stride, smaller
upsample, enlarge, transposed, larger
enlarge, upsample, increase
resolution, size, detail, scale
detail, fine, resolution
coarse, rough, low resolution
hierarchy, hierarchical, levels, multi-level
levels, hierarchy, layers
layer, depth, deep, level
deep, layers, depth, many layers
skip, shortcut, residual, bypass
shortcut, skip, residual, bypass
bypass, skip, shortcut
residual, difference, skip, shortcut, remainder
graph, network, nodes, edges
neighbor, adjacent, nearest, node
message, neighbour, pass, propagate
propagate, spread, pass, flow, backpropagation
flow, propagate, pass, stream
backward, reverse, back
forward, prediction, ahead
tree, branch, split, search
branch, tree, split
root, start, top
leaf, end, terminal
hidden, latent, unobserved, internal
unobserved, hidden, latent, missing
internal, hidden, latent, inner
underlying, latent, hidden, true
factor, cause, component, variable
disentangle, separate, factor, independent
compress, encode, bottleneck, code, reduce
compact, compressed, low-dimensional, small
encode, compress, represent, map
decode, generate, reconstruct, output
reconstruct, rebuild, decode, recover
recover, reconstruct, restore, find
dimensions, dimensionality, features, coordinates
coordinates, dimension, axis, position
reduce dimensions, dimensionality reduction, compress, project
project, projection, map, shadow
direction, axis, component, gradient
subspace, low-dimensional, projection
manifold, surface, low-dimensional, geometry
surface, manifold, landscape, boundary
landscape, surface, loss
boundary, hyperplane, separate, margin, decision
separate, boundary, classify, split, linear
hyperplane, plane, linear, boundary
plane, hyperplane, surface
straight line, linear, line
linear, straight, line, plane
nonlinear, curved, activation, kernel
kernel, similarity, covariance, inner product
inner product, similarity, dot product, kernel
infinite, infinitely many, unbounded, nonparametric
finite, limited, countable, bounded
continuous, real-valued, smooth, differential
real-valued, continuous, number, regression
discrete, categorical, finite, integer
differential equation, ode, continuous, dynamics
dynamics, transition, environment model, evolve
transition, dynamics, next state, step
evolve, evolution, change over time, dynamics
physics, dynamics, mechanics, energy
energy, potential, hamiltonian, unnormalized
unnormalized, energy, up to a constant
equilibrium, balance, nash, stationary
game, play, two-player, equilibrium
opponent, adversary, two-player, self-play
self-play, opponent, against itself
cooperate, team, multi-agent, together
multi-agent, several agents, team, many agents
agent, actor, learner, robot
actor, policy, agent
critic, value, judge, evaluate
policy, strategy, behaviour, action rule
strategy, policy, plan, approach
behaviour, policy, action, conduct
behave, act, policy, behaviour
act, action, behave, decide
decide, choose, decision, select
choose, select, pick, decide, choice
pick, choose, select, sample
option, choice, action, alternative
choice, decision, action, option
arm, bandit, action, option
regret, loss, missed, opportunity
opportunity, chance
explore, try, exploration, curiosity, search
try, attempt, explore, trial
trial, attempt, episode, experiment
experiment, trial, test
dilemma, trade-off, conflict
trade-off, balance, compromise, versus
exploit, use best, greedy
reward, payoff, incentive, utility, feedback
utility, reward, value, usefulness
payoff, reward, return, gain
incentive, reward, motivation
sparse reward, rare reward, exploration
delayed, late, later, long-term
long-term, future, return, cumulative, discounted
cumulative, sum, total, accumulated, return
total, sum, cumulative, return
accumulate, sum, collect, trace
return, cumulative reward, total reward, value
value, worth, return, expected return, how good
worth, value, useful
how good, value, quality, evaluate
evaluate, judge, measure, value, assess
measure, metric, evaluate, score
preference, like, rank, choice, comparison
like, preference, similar
feedback, reward, preference, signal
human, people, person, annotator
people, human, user, person
aligned, alignment, intent, values, obey
alignment, values, human intent, safety
intent, goal, purpose, want
goal, target, objective, purpose
purpose, goal, objective
objective, loss, goal, function
criterion, objective, measure, rule
rule, law, policy, algorithm
law, rule, scaling
algorithm, method, procedure, rule
procedure, algorithm, method, recipe
recipe, procedure, method
supervise, label, teacher, oversee
oversight, supervision, monitor
monitor, oversight, watch
teacher, expert, supervisor, large model
student, small model, distilled
distill, compress, teacher, student, transfer
imitate, mimic, copy, clone, demonstration
demonstrate, demonstration, expert, example
example, demonstration, instance, sample
few examples, few-shot, small data, little data
little data, few examples, small data, scarce
without labels, unlabelled, unsupervised, self-supervised
unlabelled, without labels, unsupervised, semi-supervised
unsupervised, without labels, unlabelled, structure
no labels, unsupervised, unlabelled, self-supervised
few labels, semi-supervised, active
augment, augmentation, transform, more data
contrast, contrastive, compare, negative
negative, contrast, opposite
positive, same, similar
pair, two, couple, matching
match, align, correspond, pair
align, alignment, match, correspond
correspond, match, align
missing, incomplete, unobserved, hidden
fill in, impute, complete, mask, missing
complete, fill, whole, finish
mask, hide, cover, blank
corrupt, noise, damage, mask
clean, denoise, noiseless
restore, denoise, recover, reconstruct
anomaly, outlier, unusual, novelty, out of distribution
out of distribution, shift, novel, unfamiliar
unfamiliar, novel, unseen, out of distribution
outlier, extreme, anomaly, robust
extreme, outlier, large, saturated
robust, stable, resistant, outlier
resistant, robust
saturate, flat, vanishing, plateau
vanish, disappear, shrink, zero
explode, blow up, huge, grow
overflow, explode, numerical
numerical, number, precision
bit, binary, precision
quantize, fewer bits, round, discrete
round, quantize, discretize
discretize, bins, quantize, grid
bins, histogram, buckets, discretize
histogram, bins, count, distribution
count, frequency, number, visits
visit, count, encounter
frequency, count, spectrum, rate
rate, frequency, speed, ratio
ratio, weight, likelihood ratio, fraction
likelihood, probability, fit, plausibility
plausible, likely, probable
probability, chance, likelihood, odds
odds, probability, logit, ratio
logit, log odds, score, sigmoid
sigmoid, logistic, squash, s-shaped
squash, sigmoid, compress, bounded
yes or no, binary, two classes, classification
two classes, binary, classification
true or false, binary
decision tree, split, rules
instruct, instruction, command, prompt
prompt, instruction, input text, question
command, instruction
chat, conversation, dialogue, assistant
dialogue, conversation, chat
conversation, dialogue, chat, long context
hallucinate, make up, invent, fabricate
make up, hallucinate, invent, fabricate
facts, knowledge, truth
look up, retrieve, search, query
retrieve, look up, fetch, search
fetch, retrieve, load
library, collection, database, archive
database, store, knowledge base
cache, store, memory, reuse
reuse, cache, replay, share
share, tie, common, reuse
tie, share, same weights
bottleneck, limit, narrow, slow
latency, delay, slow, speed
slow, expensive, inefficient, quadratic
quadratic, square, slow, long
expensive, costly, compute, slow
cheap, inexpensive, efficient, fast
efficient, cheap, fast, sample-efficient
speed up, accelerate, faster, efficient
accelerate, speed up, momentum, faster
faster, speed, accelerate, efficient
compute, computation, cost, hardware
hardware, gpu, accelerator, compute
budget, compute, limited, cost
growth, scaling, increase
bigger, larger, scaling, more parameters
limit, bound, constraint, cap
forbid, constrain, mask, prevent
prevent, avoid, stop, protect
protect, prevent, safe, privacy
private, privacy, secret
secret, hidden, private
interpret, explain, understand, meaning
understand, interpret, explain, meaning
explain, interpret, reason, explanation
black box, unknown function, opaque, interpretability
opaque, black box, uninterpretable
unknown function, black box, expensive function
circuit, mechanism, network, path
neuron, unit, node, activation
brain, neural, neuron, biological
biological, brain, nature, evolution
nature, natural, biological
breed, evolve, crossover, population
survive, select, fitness
fitness, objective, score
diverse, variety, different, varied
variety, diversity, diverse
repetitive, repeat, same, collapse
collapse, degenerate, same output, trivial
degenerate, collapse, trivial
trivial, degenerate, constant
diverge, unstable, explode
interfere, conflict, interference, overwrite
overwrite, forget, replace, interfere
replay, reuse, buffer, experience
buffer, memory, store, replay
stale, old, outdated, lag
outdated, stale, old
lag, delay, stale, slow
asynchronous, parallel, workers
workers, parallel, distributed
distributed, parallel, workers
priority, important, order, first
prioritize, priority, important first
important, priority, relevant, salient
urgent, priority
sweep, pass, iterate
pass, sweep, iteration
epoch, pass, iteration
iteration, step, repeat, loop
fixpoint, fixed point, convergence
fixed point, equilibrium, converge, stationary
recursion, recursive, self-reference
bellman, recursive, backup
backup, update, bootstrap
blame, credit, responsible, assignment
trace, history, decay, credit
credit, blame, assignment, responsible
reparameterize, rewrite, differentiable sampling
rewrite, transform, express
transform, map, change, convert
convert, transform, turn into, map
map, function, transform
change of variables, transform, flow, jacobian
derivation, proof, derive
derive, proof, derivation
prove, proof, theorem
theorem, result, law, proof
`
  .trim()
  .split('\n')
  .map((line) => line.split(',').map((word) => word.trim()))
