import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { BrowseEvent } from '../../../../src/servers/browse/events.ts'
import { displayWidth } from '../../../../src/view/display-width.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'
import { PlayedReader } from '../play.ts'

const long = Array.from({ length: 60 }, (_line, at) =>
  at === 40 ? '## Deep' : `line ${at}${at === 50 ? ' [[alpha]]' : ''}`,
).join('\n')
const texts = {
  'alpha.md': 'See [[beta]] and [[gamma#Deep]].\nThen [[https://example.org]] or [[nowhere]].',
  'beta.md': 'Back to [[alpha]].',
  'gamma.md': long,
  'delta.md': '---\ntopics: [greek]\n---\nAlone.',
}
const vault = vaultOf(texts)
const reader = (
  ...rest: readonly [{ columns: number; rows: number }?, ConstructorParameters<typeof PlayedReader>[3]?]
): PlayedReader => new PlayedReader(vault, texts, ...rest)

describe('keys', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['the first note is looked at', [], 'alpha.md:0'],
    ['down looks at the next note', ['down'], 'beta.md:0'],
    ['j and k move too', ['j', 'j', 'k'], 'beta.md:0'],
    ['the list ends at its end', ['end', 'down', 'down'], 'gamma.md:0'],
    ['Tab goes to the note, then from link to link', ['tab', 'tab'], 'alpha.md:0@0'],
    ['Tab goes round', ['tab', 'tab', 'tab', 'tab', 'tab', 'tab'], 'alpha.md:0@0'],
    ['Shift-Tab goes back', ['tab', 'shift-tab'], 'alpha.md:0@3'],
    ['Enter follows a link', ['enter', 'tab', 'enter'], 'beta.md:0'],
    ['Enter follows a link to a heading', ['enter', 'tab', 'tab', 'enter'], 'gamma.md:40'],
    ['Backspace comes back to the link', ['enter', 'tab', 'tab', 'enter', 'backspace'], 'alpha.md:0@1'],
    ['[ goes back and ] forward', ['enter', 'tab', 'enter', '[', ']'], 'beta.md:0'],
    ['back at the beginning stays', ['enter', '[', '['], 'alpha.md:0'],
    ['a note only looked at is left by back', ['enter', 'left', 'down', '['], 'alpha.md:0'],
    [
      'a note only looked at is come back to from its link',
      ['enter', 'left', 'down', 'tab', 'tab', 'enter', '['],
      'beta.md:0@0',
    ],
    ['a note only looked at is come back to from its graph', ['enter', 'left', 'down', 'g', 'enter', '['], 'beta.md:0'],
    ['an arrow scrolls the note', ['end', 'enter', 'down', 'down'], 'gamma.md:2'],
    ['End shows the end', ['end', 'enter', 'end'], 'gamma.md:42'],
    ['nothing scrolls past the end', ['end', 'enter', 'end', 'page-down'], 'gamma.md:42'],
    ['how far a note was read is kept', ['end', 'enter', 'end', 'tab', 'enter', '['], 'gamma.md:42@0'],
    ['a link out of sight is scrolled to', ['end', 'enter', 'tab'], 'gamma.md:33@0'],
    [
      'a link that was scrolled away is shown before it is followed',
      ['end', 'enter', 'tab', 'home', 'enter'],
      'gamma.md:33@0',
    ],
    ['Tab begins with what is on the screen', ['enter', 'tab', ':', 'gamma', 'enter', 'end', 'tab'], 'gamma.md:42@0'],
    ['an external link stays', ['enter', 'tab', 'tab', 'tab', 'enter'], 'alpha.md:0@2'],
    ['a search looks at its first hit', ['s', 'gam'], 'gamma.md:0'],
    ['a search is left for the note before it', ['s', 'gam', 'escape'], 'alpha.md:0'],
    ['/ searches from the list', ['/', 'bet', 'enter'], 'beta.md:0'],
    ['/ finds in the note', ['end', 'enter', '/', 'line 30'], 'gamma.md:13'],
    ['n goes to the next place', ['end', 'enter', '/', 'line 3', 'enter', 'n', 'n'], 'gamma.md:14'],
    ['N goes to the place before', ['end', 'enter', '/', 'line 3', 'enter', 'n', 'n', 'N', 'N'], 'gamma.md:3'],
    ['the outline goes to a heading', ['end', 'enter', 'o', 'enter'], 'gamma.md:40'],
    ['the graph goes to a neighbour', ['g', 'down', 'enter'], 'gamma.md:0'],
    ['across the graph', ['g', 'right', 'enter'], 'beta.md:0'],
    ['Escape closes a panel', ['enter', 'g', 'escape', 'tab'], 'alpha.md:0@0'],
  ])('%s', (_says, keys, place) => {
    expect(reader().press(...keys).place).toBe(place)
  })

  test.each<readonly [string, readonly string[], RegExp]>([
    ['a broken link says so', ['enter', 'shift-tab', 'enter'], /nothing is named "nowhere"/],
    [
      'a selected address is shown before it is opened',
      ['enter', 'tab', 'tab', 'tab'],
      /^ https:\/\/example\.org {2}Enter opens it {2}y copies it$/m,
    ],
    ['a selected link says where it leads', ['enter', 'tab', 'tab'], /^ → gamma # Deep/m],
    ['a selected broken link says so', ['enter', 'shift-tab'], /^ nothing is named "nowhere" {2}n creates it$/m],
    ['how many notes were found', ['s', 'a'], /search: a +4 notes$/m],
    ['how many lines hold what is looked for', ['end', 'enter', '/', 'line 3'], /find: line 3 +1 of 11 lines$/m],
    [
      'words that are not in the note, while they are typed',
      ['enter', '/', 'zebra'],
      /find: zebra +not in this note$/m,
    ],
    ['the selected row has a mark', ['down'], /^(?:\u001b\[7m)?›beta/m],
    ['the selected entry of a panel has a mark', ['end', 'enter', 'o'], /│ .*›Deep/],
    ['the selected neighbour in a graph has a mark', ['g'], /›(?:beta|gamma)/],
    ['words that are not there are said', ['enter', '/', 'zebra', 'enter', 'n'], /"zebra" is not in this note/],
    ['the keys are explained', ['?'], /Shift-Tab/],
    ['the outline of a note without headings', ['o'], /no headings/],
    ['topics with their notes', ['1'], /greek \(1\)[\s\S]*delta[\s\S]*no topic \(3\)/],
    ['a topic is folded', ['1', 'home', 'left'], /▸›greek \(1\)[^│]*│[\s\S]*▾ no topic/],
    ['what a note links to and is linked from', ['3'], /links to \(2\)[\s\S]*beta[\s\S]*gamma[\s\S]*linked from \(2\)/],
    ['a search that finds nothing', ['s', 'zebra'], /nothing found/],
    ['what is typed is seen', ['s', 'gam'], /search: gam/],
    ['Backspace takes the last character', ['s', 'gamé', 'backspace'], /search: gam {2,}\S/m],
    ['Ctrl-W takes the last word', ['s', 'a bc', 'ctrl-w'], /search: a {2,}\S/m],
  ])('%s', (_says, keys, screen) => {
    expect(reader().press(...keys).screen).toMatch(screen)
  })

  test.each<readonly [readonly string[], object]>([
    [['q'], { kind: 'quit', interrupted: false }],
    [['ctrl-c'], { kind: 'quit', interrupted: true }],
    [['s', 'ctrl-c'], { kind: 'quit', interrupted: true }],
    [['ctrl-z'], { kind: 'suspend' }],
    [['ctrl-l'], { kind: 'repaint' }],
    [['r'], { kind: 'random' }],
    [
      ['e'],
      { kind: 'edit', path: 'alpha.md', place: { words: 'See [[beta]] and [[gamma#Deep]].', first: 1, last: 2 } },
    ],
    [['b'], { kind: 'backlinks', path: 'alpha.md' }],
    [['y'], { kind: 'copy', text: '[[alpha]]' }],
    [['tab', 'tab', 'tab', 'y'], { kind: 'copy', text: '[[gamma#Deep]]' }],
    [['shift-tab', 'tab', 'shift-tab', 'shift-tab', 'y'], { kind: 'copy', text: 'https://example.org' }],
    [['enter'], { kind: 'save' }],
    [['enter', 'tab', 'tab', 'tab', 'enter'], { kind: 'open-address', address: 'https://example.org' }],
  ])('%j asks for %j', (keys, effect) => {
    expect(reader().press(...keys).asked).toContainEqual(effect)
  })

  test('keys typed into the search are no commands', () => {
    expect(reader().press('s', 'q', 'r', 'e').asked).toEqual([{ kind: 'prepare-search' }])
  })

  test('keys that come in one piece are taken one by one', () => {
    const played = reader().press('sgam')
    expect(played.state.prompt).toEqual({ kind: 'search', text: 'gam' })
    expect(played.place).toBe('gamma.md:0')
  })
})

describe('other events', () => {
  test('a paste is searched for', () => {
    expect(reader().send({ type: 'paste', text: 'gam\nma' }).state.prompt).toEqual({ kind: 'search', text: 'gam ma' })
  })

  test('hits of words that were changed meanwhile are not shown', () => {
    const played = reader().press('s', 'gam')
    played.send({ type: 'hits', query: 'old', hits: [{ path: noteAt(vault, 'delta.md').path, lines: [] }] })
    expect(played.place).toBe('gamma.md:0')
  })

  test('hits show their lines as they are read, those of a search for lines as they are written', () => {
    const text = '$L(\\theta)$ is **an** alpha'
    const found = text.indexOf('alpha')
    const line = { text, ranges: [[found, found + 5]] } as const
    const played = reader({ columns: 100, rows: 20 }).press('s', 'alpha')
    const shown = (written: string): string => written.replace('$L(\\theta)$', 'L(θ)').replaceAll('**', '')
    played.state = { ...played.state, shown }
    const hits = [{ path: noteAt(vault, 'alpha.md').path, lines: [line] }]
    played.send({ type: 'hits', query: 'alpha', hits })
    expect(played.screen).toContain('L(θ) is an alpha')
    played.press('escape', 'S', 'alpha').send({ type: 'hits', query: 'alpha', isExact: true, hits })
    expect(played.screen).toContain('is **an** alpha')
  })

  test.each([
    ['See https://www.example.org/articles/of/many/words?id=target', 'id=target'],
    [`${'🦀'.repeat(60)}target`, '🦀target'],
    ['a line of many words that goes on and on before it says target', '…it says target'],
  ])('of %s what matches is shown', (text, part) => {
    const found = text.indexOf('target')
    const line = { text, ranges: [[found, found + 6]] } as const
    const played = reader({ columns: 80, rows: 20 }).press('S', 'target')
    const hits = [{ path: noteAt(vault, 'alpha.md').path, lines: [line] }]
    played.send({ type: 'hits', query: 'target', isExact: true, hits })
    expect(played.screen).toContain(part)
    expect(played.screen).not.toMatch(/\p{Cs}/u)
  })

  test('Enter before the hits are there opens the first one when they come', () => {
    const played = reader().press('s', 'gam')
    const typed: BrowseEvent = {
      type: 'hits',
      query: 'delta',
      hits: [{ path: noteAt(vault, 'delta.md').path, lines: [] }],
    }
    played.state = { ...played.state, prompt: { kind: 'search', text: 'delta' } }
    played.press('enter').send(typed)
    expect(played.place).toBe('delta.md:0')
    expect(played.state.focus).toBe('note')
  })

  test('the mouse: select, open, follow a link, choose a tab, scroll', () => {
    const press = (column: number, row: number): BrowseEvent => ({ type: 'mouse', action: 'press', column, row })
    const played = reader().send(press(3, 2))
    expect(played.place).toBe('beta.md:0')
    played.send(press(3, 2))
    expect(played.state.focus).toBe('note')
    played.send(press(played.state.size.columns, 5)).send(press(36 + 10, 1))
    expect(played.place).toBe('alpha.md:0')
    played.send(press(2, 0))
    expect(played.state.list.mode).toBe('topics')
    played.send({ type: 'mouse', action: 'wheel-down', column: 1, row: 3 })
    expect(played.state.list.selected).toBeGreaterThan(0)
  })

  test('a press on an address selects it, and only a key opens it', () => {
    const press: BrowseEvent = { type: 'mouse', action: 'press', column: 36 + 8, row: 2 }
    const played = reader().send(press).send(press)
    expect(played.place).toBe('alpha.md:0@2')
    expect(played.asked).not.toContainEqual(expect.objectContaining({ kind: 'open-address' }))
    expect(played.press('enter').asked).toContainEqual({ kind: 'open-address', address: 'https://example.org' })
  })

  test('a press in a panel selects an entry; pressed again, it goes there', () => {
    const played = reader().press('g')
    const row = played.screen.split('\n').findIndex((line) => line.includes('gamma'))
    const press: BrowseEvent = { type: 'mouse', action: 'press', column: 70, row }
    played.send(press)
    expect(played.state.panel?.selected).toBe(1)
    expect(played.send(press).place).toBe('gamma.md:0')
  })

  test('a note that was laid out for a width of the past is not shown', () => {
    const played = reader()
    const before = played.state.note?.rendered
    played.send({ type: 'resize', size: { columns: 80, rows: 20 } })
    if (before !== undefined) played.send({ type: 'rendered', note: before })
    expect(played.state.note?.rendered?.width).not.toBe(before?.width)
  })

  test('the vault after an edit: the note stays where it was', () => {
    const played = reader().press('end', 'enter', 'down', 'down')
    played.send({ type: 'vault', vault: vaultOf({ ...texts, 'new.md': '' }) })
    expect(played.place).toBe('gamma.md:2')
    expect(played.screen).toContain('new')
  })

  test('the vault behind a search: the hits stay, but for those of notes that are gone', () => {
    const played = reader().press('s', 'a', 'enter')
    const rows = played.state.list.rows.length
    const others = Object.entries(texts).filter(([path]) => path !== 'beta.md')
    played.send({ type: 'vault', vault: vaultOf(Object.fromEntries(others)), behind: true })
    expect([played.state.list.query, played.state.list.rows.length]).toEqual(['a', rows - 1])
  })

  test('the vault without the note that is read, behind the reader: what is read stays, and is no more to be changed', () => {
    const played = reader()
      .press('enter')
      .send({ type: 'vault', vault: vaultOf({ 'beta.md': '' }), behind: true })
    expect(played.place).toBe('alpha.md:0')
    for (const key of ['e', 'R', 'D', 'b']) {
      const asked = played.asked.length
      expect(played.press('down').press(key).screen).toContain('there is no note at alpha.md any more')
      expect(played.asked.length).toBe(asked)
    }
  })

  test('the vault without the note that was open: the selected one is looked at', () => {
    const played = reader().press('enter')
    played.send({ type: 'vault', vault: vaultOf({ 'beta.md': '' }) })
    expect(played.place).toBe('beta.md:0')
    expect(played.send({ type: 'vault', vault: vaultOf({}) }).place).toBe('')
  })
})

describe('beginning', () => {
  test('where the reader was left', () => {
    const visits = [
      { path: noteAt(vault, 'alpha.md').path, top: 0 },
      { path: noteAt(vault, 'gamma.md').path, top: 7 },
    ]
    const played = reader(undefined, { history: { visits, at: 1 } })
    expect(played.place).toBe('gamma.md:7')
    expect(played.press('[').place).toBe('alpha.md:0')
  })

  test('visits of notes that are gone are forgotten', () => {
    const gone = noteAt(vaultOf({ 'gone.md': '' }), 'gone.md').path
    expect(reader(undefined, { history: { visits: [{ path: gone, top: 0 }], at: 0 } }).place).toBe('alpha.md:0')
  })

  test('in an empty vault', () => {
    const played = new PlayedReader(vaultOf({}), {})
    expect(played.press('enter', 'tab', 'b', 'g', 'o', 'e', 'y', '3', 'down', 's', 'x', 'enter').screen).toMatch(
      /no|nothing|choose/,
    )
  })
})

describe('on a narrow screen', () => {
  const narrow = (columns: number, ...keys: readonly string[]): readonly string[] =>
    reader({ columns, rows: 10 })
      .press(...keys)
      .screen.split('\n')

  test.each([20, 30, 40, 60, 80, 120])('at %i columns no hint is cut', (columns) => {
    const whole = /^(?:(?:\S+ )*\S+(?: {2}|$))+$/
    for (const keys of [[], ['enter'], ['b'], ['o'], ['?'], ['s', 'a', 'enter', 'left']]) {
      const hints =
        narrow(columns, ...keys)
          .at(-1)
          ?.trim() ?? ''
      expect(hints).toMatch(whole)
      expect(hints).not.toContain('…')
    }
  })

  test('leaving the reader and its help are offered first', () => {
    expect(narrow(20).at(-1)).toBe(' ? keys  q quit')
  })

  test('only the present list has its name, and the mouse finds the others', () => {
    expect(narrow(20)[0]?.trimEnd()).toBe(' 1 Topics 2 Notes 3')
    const played = reader({ columns: 20, rows: 10 }).send({ type: 'mouse', action: 'press', column: 18, row: 0 })
    expect(played.state.list.mode).toBe('linked')
  })

  test('the graph has its notes below each other', () => {
    expect(narrow(30, 'g').map((row) => row.replace(/\u001b\[2?7m/g, '').trimEnd())).toEqual(
      expect.arrayContaining(['alpha', '├◀▶›beta', '╰◀▶ gamma']),
    )
  })
})

describe('whatever happens', () => {
  const key = fc.constantFrom(
    ...[
      'up',
      'down',
      'left',
      'right',
      'page-up',
      'page-down',
      'home',
      'end',
      'enter',
      'escape',
      'tab',
      'shift-tab',
      'backspace',
    ],
    ...'123jk [];s/nNbgoyr?x',
  )
  const size = fc.record({ columns: fc.integer({ min: 1, max: 160 }), rows: fc.integer({ min: 1, max: 50 }) })
  const wide = {
    ...texts,
    '漢字のノート 👩‍👩‍👧 with a very long title indeed.md': '漢字 [[alpha]] wide',
    'evil.md': '---\ntitle: "\\e[31mred\\u202e"\n---\nx',
  }

  test('the screen has the rows of the terminal, none wider than it, and no control character but those of styles', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(key, size), { maxLength: 25 }), size, (actions, first) => {
        const played = new PlayedReader(vaultOf(wide), wide, first)
        for (const action of actions)
          if (typeof action === 'string') played.press(action)
          else played.send({ type: 'resize', size: action })
        const rows = played.screen.split('\n')
        const { size: now } = played.state
        expect(rows.length).toBe(Math.min(now.rows, Math.max(3, now.rows)))
        for (const row of rows) {
          if (now.columns >= 12) expect(displayWidth(row)).toBeLessThanOrEqual(now.columns)
          expect(row.replace(/\u001b\[2?7m/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
        }
      }),
      { numRuns: 100 },
    )
  })
})
