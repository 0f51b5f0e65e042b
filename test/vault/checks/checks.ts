import { bandits } from './bandits.ts'
import * as closed from './closed-forms.ts'
import { dynaQ } from './dyna-q.ts'
import { cliff, randomWalk } from './grids.ts'
import { selectionLeak } from './leakage.ts'
import { matrixProducts } from './matrix-products.ts'
import { deepRelu, hopfield } from './networks.ts'
import * as sampling from './sampling.ts'
import { sparseRecovery } from './sparse-recovery.ts'
import { stationaryNoise } from './stationary-noise.ts'
import { sweeping } from './sweeping.ts'

/** What prints, for each note, numbers as they must stand in its text. */
type Checks = Readonly<Record<string, () => readonly string[]>>

/** The checks of computed numbers that together take some seconds. */
export const checks: Checks = {
  'adaptive-learning-rate-optimizers': closed.tokenHalfLife,
  attention: closed.headWeights,
  'autoregressive-generation-and-kv-caching-in-transformers': closed.caching,
  'beam-search': closed.truncation,
  'bias-vs-variance-in-machine-learning': closed.doubleDescent,
  calibration: sampling.calibrationBias,
  'cross-validation': selectionLeak,
  'depth-and-trainability': matrixProducts,
  'discrete-fourier-transform': closed.leakage,
  'dyna-q-planning-and-learning': dynaQ,
  'grouped-query-attention-gqa': closed.keptPerToken,
  'high-dimensional-dot-product-normalization': sampling.dotProducts,
  'hopfield-networks': hopfield,
  'incremental-implementation-of-estimating-action-values': sampling.recencyWeighted,
  'latent-variable-models': sampling.priorSamples,
  'markov-reward-processes': sampling.rewardProcess,
  'model-free-reinforcement-learning': cliff,
  'multi-armed-bandits': bandits,
  'prioritized-sweeping': sweeping,
  'rlhf-reinforcement-learning-with-human-feedback': closed.groupAdvantage,
  'similarity-measures': closed.pointMasses,
  'stochastic-gradient-descent': stationaryNoise,
  'temporal-difference-learning': randomWalk,
  'weight-initialization-in-deep-neural-networks': deepRelu,
}

/** Checks that take longer: run by `npm run notes:numbers -- --all`, not with the tests. */
export const longChecks: Checks = {
  'compressed-sensing': sparseRecovery,
}
