import Sequencer from '@jest/test-sequencer'

/** Test files that take long, longest first: one that began last would keep one core waiting. */
const slow = [
  'browser/pages',
  'commands/complete-in-shells',
  'robustness/every-write',
  'robustness/hostile-vault',
  'robustness/soak',
  'test/transcripts',
  'notes/read-cached-vault',
  'mcp/fronts',
  'programs/changed-files',
  'eval/eval-search',
  'vault/checks',
  'view/graphemes',
  'robustness/fuzz',
  'properties/warm-output',
  'io/interrupted-change',
]

/** Has the slow test files begin first, also where jest knows no times of an earlier run, as in a fresh clone. */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => slow.findIndex((name) => path.includes(name)) >>> 0
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b))
  }
}
