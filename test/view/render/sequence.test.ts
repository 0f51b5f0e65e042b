import { expect, test } from '@jest/globals'
import { drawSequence } from '../../../src/view/render/mermaid/draw-sequence.ts'

test('a sequence diagram has its lifelines, messages and remarks', () => {
  const source = [
    'sequenceDiagram',
    'participant A as Alice',
    'A->>Bob: Hello',
    'Note over A,Bob: waits',
    'Bob-->>A: Hi',
    'Bob->>Bob: thinks',
  ]
  expect(drawSequence(source.join('\n'), 60)).toEqual([
    ' Alice     Bob',
    '   │ Hello  │',
    '   │───────▶│',
    '   │        │',
    '  waits',
    '   │   Hi   │',
    '   │◀╌╌╌╌╌╌╌│',
    '   │        │ ↺ thinks',
  ])
})

test.each([
  ['what it cannot read', 'sequenceDiagram\nA->>B: x\ncreate participant C'],
  ['another diagram', 'flowchart LR\nA-->B'],
  ['one that is too wide', `sequenceDiagram\nA->>B: ${'long '.repeat(20)}`],
  ['nothing', 'sequenceDiagram'],
])('%s is left to its source', (_what, source) => {
  expect(drawSequence(source, 60)).toBeUndefined()
})
