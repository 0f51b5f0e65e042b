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
    '  note (Alice, Bob): waits',
    '   │   Hi   │',
    '   │◀╌╌╌╌╌╌╌│',
    '   │        │ ↺ thinks',
  ])
})

test.each([
  ['what it cannot read', 'sequenceDiagram\nA->>B: x\ncreate participant C'],
  ['an end of nothing', 'sequenceDiagram\nA->>B: x\nend'],
  ['a named box', 'sequenceDiagram\nbox Us\nparticipant A\nend\nA->>B: x'],
  ['another diagram', 'flowchart LR\nA-->B'],
  ['one that is too wide', `sequenceDiagram\nA->>B: ${'long '.repeat(20)}`],
  ['nothing', 'sequenceDiagram'],
])('%s is left to its source', (_what, source) => {
  expect(drawSequence(source, 60)).toBeUndefined()
})

test('blocks say where they end, lines have the heads that were written, a title stands above', () => {
  const source = [
    'sequenceDiagram',
    'title Call',
    'autonumber',
    'loop daily',
    'A->B: line',
    'alt yes',
    'A-xB: lost',
    'else no',
    'B-)A: async',
    'end',
    'rect rgb(0,0,0)',
    'end',
    'end',
    'A->>B: after<br/>all',
  ]
  expect(drawSequence(source.join('\n'), 60)).toEqual([
    'Call',
    '',
    ' A               B',
    ' │               │',
    '  ┌ loop daily',
    ' │    1. line    │',
    ' │───────────────│',
    ' │               │',
    '  ┌ alt yes',
    ' │    2. lost    │',
    ' │──────────────✗│',
    ' │               │',
    '  ├ else no',
    ' │   3. async    │',
    ' │◁──────────────│',
    ' │               │',
    '  └ end',
    ' │               │',
    '  └ end',
    ' │ 4. after all  │',
    ' │──────────────▶│',
  ])
})

test('a diagram of many lifelines is given up as soon as it is too wide', () => {
  const steps = Array.from({ length: 20_000 }, (_, at) => `a${at}->>a${at + 1}: b`)
  expect(drawSequence(['sequenceDiagram', ...steps].join('\n'), 80)).toBeUndefined()
})
