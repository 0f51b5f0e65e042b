import Sequencer from '@jest/test-sequencer'

/** Test files that take long, longest first: one that began last would keep one core waiting. */
const slow = [
  'robustness/every-write',
  'browser/pages',
  'test/transcripts',
  'mcp/fronts',
  'commands/complete-in-shells',
  'robustness/hostile-vault',
  'robustness/soak',
  'mcp/bad-arguments',
  'properties/warm-output',
  'eval/eval-search',
  'mcp/mcp-server',
  'robustness/fuzz',
  'mcp/hidden-from-agents',
  'browse/real-terminal',
  'view/render/shipped-notes',
  'robustness/special-files',
  'web/search-order',
  'commands/check/check.test',
  'io/terminal/ask-terminal',
  'io/publish/cut-off',
  'notes/read-cached-vault',
  'browser/hostile-pages',
  'io/interrupted-change',
]

/** Has the slow test files begin first, also where jest knows no times of an earlier run, as in a fresh clone. */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => slow.findIndex((name) => path.includes(name)) >>> 0
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b))
  }
}
