import * as closed from './closed-forms.ts'
import { dynaQ } from './dyna-q.ts'
import { stationaryNoise } from './stationary-noise.ts'

/** For each note with computed numbers, what prints them as they must stand in its text. */
export const checks: Readonly<Record<string, () => readonly string[]>> = {
  'adaptive-learning-rate-optimizers': closed.tokenHalfLife,
  attention: closed.headWeights,
  'autoregressive-generation-and-kv-caching-in-transformers': closed.caching,
  'beam-search': closed.truncation,
  'bias-vs-variance-in-machine-learning': closed.doubleDescent,
  'discrete-fourier-transform': closed.leakage,
  'dyna-q-planning-and-learning': dynaQ,
  'grouped-query-attention-gqa': closed.keptPerToken,
  'rlhf-reinforcement-learning-with-human-feedback': closed.groupAdvantage,
  'similarity-measures': closed.pointMasses,
  'stochastic-gradient-descent': stationaryNoise,
}
