import { bandits } from './bandits.ts'
import * as closed from './closed-forms.ts'
import { dynaQ } from './dyna-q.ts'
import * as decisions from './forms-decisions.ts'
import { inferenceForms } from './forms-inference.ts'
import * as models from './forms-models.ts'
import { networkForms } from './forms-networks.ts'
import * as probability from './forms-probability.ts'
import { rankingForms } from './forms-ranking.ts'
import { regressionForms } from './forms-regression.ts'
import { shortForms } from './forms-short.ts'
import { cliff, randomWalk } from './grids.ts'
import { selectionLeak } from './leakage.ts'
import { matrixProducts, noiseSpectrum } from './matrix-products.ts'
import { deepRelu, hopfield } from './networks.ts'
import * as sampling from './sampling.ts'
import { sparseRecovery } from './sparse-recovery.ts'
import { stationaryNoise } from './stationary-noise.ts'
import { sweeping } from './sweeping.ts'

/** What prints, for each note, numbers as they must stand in its text. */
type Checks = Readonly<Record<string, () => readonly string[]>>

/** The checks of computed numbers that have a page of their own. */
const byTopic: Checks = {
  'activation-functions': probability.activationMoments,
  'adaptive-learning-rate-optimizers': closed.tokenHalfLife,
  attention: closed.headWeights,
  'autoregressive-generation-and-kv-caching-in-transformers': closed.caching,
  backpropagation: models.smallestNet,
  'bayesian-estimation': probability.gaussianUpdate,
  'bayesian-model-selection-with-model-evidence': probability.coinEvidence,
  'beam-search': closed.truncation,
  'bellman-equation-and-value-functions': decisions.machineActions,
  'bias-vs-variance-in-machine-learning': closed.doubleDescent,
  'boltzmann-machines': probability.boundPixels,
  calibration: sampling.calibrationBias,
  'convolutional-neural-networks-cnn': models.networkSizes,
  'covariate-shift': probability.effectiveShare,
  'cross-entropy': probability.smoothing,
  'cross-validation': selectionLeak,
  'darwin-godel-machine-dgm': models.parents,
  'decision-theory': decisions.worthOfATest,
  'depth-and-trainability': matrixProducts,
  'discrete-fourier-transform': closed.leakage,
  'dyna-q-planning-and-learning': dynaQ,
  'dynamic-programming-rl': decisions.valueIteration,
  'eligibility-trace': decisions.marks,
  'ensemble-methods': models.boosting,
  'expectation-maximization': probability.twoCoins,
  'focal-loss': models.focalTargets,
  'gaussian-distribution': probability.shell,
  'gaussian-mixture-model': probability.fivePoints,
  'grouped-query-attention-gqa': closed.keptPerToken,
  'high-dimensional-dot-product-normalization': sampling.dotProducts,
  'hopfield-networks': hopfield,
  'incremental-implementation-of-estimating-action-values': sampling.recencyWeighted,
  'latent-variable-models': sampling.priorSamples,
  'learning-to-rank': models.shortList,
  'logistic-regression': models.doses,
  'maml-model-agnostic-meta-learning': models.metaStarts,
  'markov-decision-processes': decisions.runOrRepair,
  'markov-reward-processes': sampling.rewardProcess,
  'model-free-reinforcement-learning': cliff,
  'monte-carlo-estimation': probability.varianceByMethod,
  'monte-carlo-tree-search': decisions.treeScores,
  'multi-armed-bandits': bandits,
  'multi-network-training-with-moving-average-target': decisions.runaway,
  'partial-observability': decisions.tiger,
  polyloss: models.polyTargets,
  'positional-encoding': models.similarityOfPositions,
  'principal-component-analysis-pca': noiseSpectrum,
  'prioritized-sweeping': sweeping,
  'reinforce-monte-carlo-policy-gradient': decisions.baselines,
  'rlhf-reinforcement-learning-with-human-feedback': closed.groupAdvantage,
  'semi-markov-decision-processes': decisions.durations,
  'similarity-measures': closed.pointMasses,
  'stochastic-gradient-descent': stationaryNoise,
  'temporal-difference-learning': randomWalk,
  transformers: models.gptFamily,
  'variational-inference': probability.meanField,
  'weight-initialization-in-deep-neural-networks': deepRelu,
}

const tables: readonly Checks[] = [byTopic, inferenceForms, networkForms, rankingForms, regressionForms, shortForms]

/** The checks of computed numbers that together take some seconds. */
export const checks: Checks = Object.fromEntries(
  [...new Set(tables.flatMap((table) => Object.keys(table)))].map((slug) => [
    slug,
    () => tables.flatMap((table) => table[slug]?.() ?? []),
  ]),
)

/** Checks that take longer: run by `npm run notes:numbers -- --all`, not with the tests. */
export const longChecks: Checks = {
  'compressed-sensing': sparseRecovery,
}
