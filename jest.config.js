import { readFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import process from 'node:process'
import { steadyGlobals } from './test/support/strip-types.js'

/** What this machine has, or its container. */
const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)

export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  sandboxInjectedGlobals: steadyGlobals,
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.js' },
  globalSetup: '<rootDir>/test/support/temporary-folder.js',
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/support/seeded-fast-check.js' },
  setupFiles: ['<rootDir>/test/support/no-sync.js', '<rootDir>/test/support/optimise-later.js'],
  testSequencer: '<rootDir>/test/support/slow-first.js',
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/vaults/'],
  globals: { WEND_VERSION: JSON.parse(readFileSync('package.json', 'utf8')).version },
  testTimeout: 60000,
  // Many tests wait for programs that they start: two workers for each core, where each has 700 MB. More than 16 are no quicker.
  maxWorkers: Math.max(1, Math.min(2 * availableParallelism(), 16, Math.floor(memory / 700e6))),
  collectCoverageFrom: ['src/**/*.ts', '!src/web-client/**'],
  coverageReporters: ['text-summary', 'html', 'json-summary'],
}
