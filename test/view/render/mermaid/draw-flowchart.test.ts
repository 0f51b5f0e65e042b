import { describe, expect, test } from '@jest/globals'
import { displayWidth } from '../../../../src/view/display-width.ts'
import { drawMermaid } from '../../../../src/view/render/mermaid/draw-flowchart.ts'

const drawn = (lines: readonly string[], width = 60): readonly string[] | undefined =>
  drawMermaid(lines.join('\n'), width)

describe('a flowchart that is not drawn is told in words', () => {
  test('with what lies in its groups', () => {
    expect(
      drawn([
        'flowchart TB',
        '  c1-->a2',
        '  subgraph one [The first]',
        '    a1[Start]-->|go|a2',
        '    subgraph inner',
        '      direction LR',
        '      b1---b2',
        '    end',
        '  end',
        '  subgraph two',
        '    c1-->c2',
        '    c3',
        '  end',
        '  one --> two',
      ]),
    ).toEqual([
      '┌─ The first',
      '│ ┌─ inner',
      '│ │ b1 ─── b2',
      '│ └─',
      '│ Start ─ go ─▶ a2',
      '└─',
      '┌─ two',
      '│ c1 ──▶ c2',
      '│ c3',
      '└─',
      'c1 ──▶ a2',
      'The first ──▶ two',
    ])
  })

  test('with its cycles', () => {
    expect(drawn(['graph TD', 'a --> b --> a'])).toEqual(['a ──▶ b', 'b ──▶ a'])
    expect(drawn(['graph LR', 'a <--> b'])).toEqual(['a ──▶ b', 'b ──▶ a'])
  })

  test('with circles and crosses at the end of its lines', () => {
    expect(drawn(['graph TD', 'a --o b --x a', 'b -.-o c', 'c == no ==x b'])).toEqual([
      'a ──○ b',
      'b ──✗ a',
      'b ╌╌○ c',
      'c ═ no ═✗ b',
    ])
  })

  test('with the dots and the weight of its lines', () => {
    expect(drawn(['graph TD', 'a -.-> b -. so .-> c -.- a', 'a ==> c === b'])).toEqual([
      'a ╌╌▶ b',
      'b ╌ so ╌▶ c',
      'c ╌╌╌ a',
      'a ══▶ c',
      'c ═══ b',
    ])
    expect(drawn(['graph LR', 'a -.->|v1.2| b --> c'])?.[1]).toBe('│ a │╌ v1.2 ╌▶│ b │──▶│ c │')
    expect(drawn(['graph LR', 'a -- v1.2 --> b'])?.[1]).toBe('│ a │─ v1.2 ─▶│ b │')
  })

  test('whatever its direction, and with signs in quotes', () => {
    expect(drawn(['flowchart BT', 'a["f(x) [m]"] -->|"yes"| b'])).toEqual(['f(x) [m] ─ yes ─▶ b'])
  })

  test.each([24, 30, 60])('within %d columns', (width) => {
    const long = 'a node with a label that is much longer than the line it stands on'
    const lines = drawn(
      ['graph TD', 'subgraph group with a long name', `a[${long}] --> b[${long}] --> a`, 'end'],
      width,
    )
    expect(lines?.every((line) => displayWidth(line) <= width)).toBe(true)
    expect(lines?.join(' ').replace(/[│─▶\s]+/g, ' ')).toContain('longer')
  })
})

test('a group that is named again goes on where it is, and lies in itself nowhere', () => {
  const [a, b] = [
    ['subgraph a', 'x --> y', 'end'],
    ['subgraph b', 'subgraph a', 'y --> z', 'end', 'end'],
  ]
  const told = ['┌─ a', '│ x ──▶ y', '│ y ──▶ z', '└─', '┌─ b', '└─']
  expect(drawn(['graph BT', ...a, ...b])).toEqual(told)
  expect(
    drawn(['graph BT', ...a, 'subgraph b', ...Array.from({ length: 7 }, () => 'subgraph b'), 'q'])?.slice(-3),
  ).toEqual(['┌─ b', '│ q', '└─'])
})

test.each([
  ['a group that is not begun', ['graph TD', 'a --> b', 'end']],
  ['groups in each other without end', ['graph TD', ...Array.from({ length: 40 }, () => 'subgraph x'), 'a --> b']],
  [
    'very many groups',
    ['graph TD', ...Array.from({ length: 60 }, (_, at) => [`subgraph g${at}`, 'end']).flat(), 'a --> b'],
  ],
  ['very many nodes', ['graph TD', ...Array.from({ length: 100 }, (_, at) => `n${at} --> n0`)]],
  ['another diagram', ['pie', '"a" : 1']],
  ['what is not understood', ['graph TD', 'a ??? b']],
])('%s is left to its source', (_what, lines) => {
  expect(drawn(lines)).toBeUndefined()
})

test('labels are free of quotes, markdown and entities, and may be attributes', () => {
  expect(
    drawn(
      ['graph LR', 'A["`**bold** _text_`"] -.-x B["say #quot;x#quot; #35;"]; B --o D@{ shape: diam, label: "ask" }'],
      80,
    ),
  ).toEqual([
    '┌───────────┐   ┌───────────┐   ┏━━━━━┓',
    '│ bold text │╌╌✗│ say "x" # │──○┃ ask ┃',
    '└───────────┘   └───────────┘   ┗━━━━━┛',
  ])
})
