import { describe, expect, test } from '@jest/globals'
import type { BrowseEvent } from '../../../../src/servers/browse/events.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'
import { findColumns } from '../../../../src/servers/browse/update/find-in-note.ts'
import { layOutScreen } from '../../../../src/servers/browse/view/layout.ts'
import { PlayedReader } from '../play.ts'

const long = Array.from({ length: 60 }, (_line, at) =>
  at === 40 ? '## Deep' : `line ${at}${at === 50 ? ' [[alpha]]' : ''}`,
).join('\n')
const texts = {
  'alpha.md': 'See [[beta]] and [[gamma#Deep]].\nThen [[nowhere#part]].',
  'beta.md': 'Back to [[alpha]].',
  'gamma.md': long,
  'sub/delta.md': '---\ntags: [greek]\n---\nAlone, with $x$.',
}
const vault = vaultOf(texts)
const wide = { columns: 160, rows: 20 }
const reader = (...rest: readonly [{ columns: number; rows: number }?, object?]): PlayedReader =>
  new PlayedReader(vault, texts, ...rest)
const mouse = (action: 'move' | 'press', column: number, row: number): BrowseEvent => ({
  type: 'mouse',
  action,
  column,
  row,
})

/** The note, how far it is read, and what has the focus. */
function where({ place, state }: PlayedReader): string {
  return `${place} ${state.focus}`
}

describe('Escape comes back', () => {
  const reading = (): PlayedReader => reader().press('end', 'enter', 'down', 'down', 'down')

  test.each<readonly [string, readonly string[]]>([
    ['from a search', ['s', 'alp', 'escape']],
    ['from the hits of a search that were only looked at', ['s', 'a', 'down', 'down', 'escape']],
    ['from a find', ['/', 'line 50', 'escape']],
    ['from the keys', ['?', 'escape']],
    ['from the outline', ['o', 'escape']],
    ['from the graph', ['g', 'down', 'escape']],
    ['from one panel opened over another', ['?', 'o', 'g', 'escape']],
    ['from a command', [':', 'q', 'escape']],
    ['from a new name', ['R', 'x', 'escape']],
    ['from a new note', ['n', 'x', 'escape']],
    ['from a removal', ['D', 'escape']],
  ])('%s to note, scroll and focus', (_from, keys) => {
    expect(where(reading().press(...keys))).toBe('gamma.md:3 note')
    expect(where(reader().press('down', ...keys.filter((key) => key !== '/' && key !== 'line 50')))).toBe(
      'beta.md:0 list',
    )
  })

  test('but a hit that was opened stays', () => {
    const played = reading().press('s', 'alp', 'enter', 'escape', 'escape', 'escape')
    expect(where(played)).toBe('alpha.md:0 list')
    expect(played.state.list.query).toBeUndefined()
  })
})

describe('views', () => {
  test('by tag and by folder, where there are any', () => {
    expect(reader().press('4').screen).toMatch(/#greek \(1\)[\s\S]*delta[\s\S]*no tag \(3\)/)
    expect(reader().press('5').screen).toMatch(/\.\/ \(3\)[\s\S]*sub\/ \(1\)/)
    expect(reader(wide).screen).toMatch(/^ 2 Notes 3 Linked 4 Tags 5 Folders/)
  })

  test('the first that has something to say is shown', () => {
    expect(reader(wide, { mode: undefined }).state.list.mode).toBe('folders')
    const flat = { 'a.md': '', 'b.md': '' }
    expect(new PlayedReader(vaultOf(flat), flat, wide, { mode: 'topics' }).state.list.mode).toBe('notes')
  })
})

describe('hits', () => {
  test.each([
    ['"deep', /search: "deep {20,}this quote is never closed$/m],
    ['"deep'.padEnd(54, '.'), /\. {2}this quote [is]*…$/m],
    ['"deep'.padEnd(66, '.'), /\.$/m],
  ])('of %j, which can not be read, the footer says why, cut to its room', (query, footer) => {
    const played = reader({ columns: 80, rows: 20 }).press('s', query)
    played.send({ type: 'hits', query, hits: [], said: 'this quote is never closed' })
    expect(played.screen.split('\n').at(-1)).toMatch(footer)
  })

  test('are shown where they say most of the words, which are marked', () => {
    const played = reader().press('s', 'gamma')
    played.state = { ...played.state, prompt: { kind: 'search', text: 'deep 41' } }
    played.send({ type: 'hits', query: 'deep 41', hits: [{ path: noteAt(vault, 'gamma.md').path, lines: [] }] })
    expect(played.state.note?.top).toBeGreaterThan(20)
    expect(played.state.find).toEqual({ words: 'deep 41', any: true, line: 40 })
    expect(played.press('enter').place).toMatch(/^gamma\.md:3\d$/)
    expect(played.press('e').asked.at(-1)).toMatchObject({ kind: 'edit', place: { first: 41 } })
    expect(played.press('home', 'e').asked.at(-1)).toMatchObject({ kind: 'edit', place: { first: 1 } })
  })
})

test('a hit is shown at its first line, with its words marked as that has them', () => {
  const played = reader().press('s', 'lining')
  const line = { text: 'line 41', line: 42, ranges: [[0, 4] as const] }
  played.send({ type: 'hits', query: 'lining', hits: [{ path: noteAt(vault, 'gamma.md').path, lines: [line] }] })
  expect(played.state.find).toEqual({ words: 'lining', any: true, forms: ['line'], line: 41 })
  expect(played.screen).toContain('\u001b[7mline\u001b[27m 41')
  expect(played.press('enter', 'n').state.find?.line).toBe(42)
})

test('what overlaps is marked once', () => {
  expect(findColumns('a folding', { words: 'fold', any: true, forms: ['folding', 'old'] })).toEqual([
    { start: 2, end: 9 },
  ])
})

describe('keys of vi', () => {
  test.each<readonly [readonly string[], string]>([
    [['G'], 'gamma.md:0 list'],
    [['G', 'g', 'g'], 'alpha.md:0 list'],
    [['G', 'l'], 'gamma.md:0 note'],
    [['G', 'l', 'G'], 'gamma.md:42 note'],
    [['G', 'l', 'G', 'g', 'g'], 'gamma.md:0 note'],
    [['G', 'l', 'ctrl-d', 'ctrl-d', 'ctrl-u'], 'gamma.md:9 note'],
    [['G', 'l', 'h'], 'gamma.md:0 list'],
    [['G', 'l', '/', 'line 30', 'enter', 'z', 'z'], 'gamma.md:21 note'],
    [['G', 'l', 'z', 'j'], 'gamma.md:1 note'],
    [['G', 'l', ':', '12', 'enter'], 'gamma.md:11 note'],
    [[':', 'beta', 'enter'], 'beta.md:0 note'],
    [['G', 'l', 'down', 'm', 'a', 'G', "'", 'a'], 'gamma.md:1 note'],
  ])('%j come to %s', (keys, place) => {
    expect(where(reader().press(...keys))).toBe(place)
  })

  test('a name that is none is said', () => {
    expect(reader().press(':', 'zebra', 'enter').screen).toMatch(/no note and no command is named "zebra"/)
    expect(reader().press("'", 'b').screen).toMatch(/no mark b/)
  })
})

describe('what changes notes', () => {
  test.each<readonly [readonly string[], object]>([
    [['n', 'Idea', 'enter'], { kind: 'create', title: 'Idea' }],
    [['enter', 'shift-tab', 'n', 'enter'], { kind: 'create', title: 'nowhere' }],
    [['R', '2', 'enter'], { kind: 'rename', path: 'alpha.md', name: 'alpha2' }],
    [['D', 'y'], { kind: 'remove', path: 'alpha.md' }],
    [['u'], { kind: 'undo' }],
    [[':', 'rename beth', 'enter'], { kind: 'rename', path: 'alpha.md', name: 'beth' }],
    [[':', 'undo', 'enter'], { kind: 'undo' }],
    [['G', 'l', 'G', 'e'], { kind: 'edit', path: 'gamma.md', place: { words: 'line 42', first: 43, last: 44 } }],
    [['q'], { kind: 'quit', interrupted: false }],
    [[':', 'q', 'enter'], { kind: 'quit', interrupted: false }],
  ])('%j ask for %j', (keys, effect) => {
    expect(reader().press(...keys).asked).toContainEqual(effect)
  })

  test('nothing but a plain yes removes a note, and the links to it are told', () => {
    const played = reader().press('D')
    expect(played.screen).toMatch(/remove "alpha"\? 2 notes link to it; y or n:/)
    expect(played.press('n').screen).toMatch(/nothing was removed/)
    expect(reader().press('D', 'enter').asked).toEqual([])
  })

  test('q closes what is open first', () => {
    expect(reader().press('?', 'q').asked).toEqual([])
    expect(reader().press('enter', '/', 'See', 'enter', 'q').asked).toEqual([{ kind: 'save' }])
  })

  test('a note at another path is the same to history and marks', () => {
    const played = reader().press('enter', 'm', 'a')
    const { path } = noteAt(vault, 'alpha.md')
    played.send({ type: 'moved', from: path, to: noteAt(vault, 'beta.md').path })
    expect(played.state.history.visits.map((visit) => visit.path)).toEqual(['beta.md'])
    expect(played.press("'", 'a').place).toBe('beta.md:0')
  })
})

describe('the screen', () => {
  test('hides the list, and shows it again when it has the focus', () => {
    const played = reader().press('enter', 'f')
    expect(played.screen).not.toMatch(/Notes|│/)
    expect(played.press('left').screen).toMatch(/2 Notes/)
  })

  test('has two notes beside each other where there is room', () => {
    const played = reader(wide).press('enter', 'v', 'tab', 'enter')
    expect(played.screen).toMatch(/│ alpha › beta +│ alpha$/m)
    expect(played.screen).toMatch(/Back to.*│ See/)
    expect(played.press('x').place).toBe('alpha.md:0')
    expect(played.press('v').screen).toMatch(/Then/)
    expect(reader().press('v').screen).toMatch(/need 130 columns/)
  })

  const twoNotes = (): PlayedReader =>
    reader(wide).press('end', 'enter', 'down', 'v', 'escape', 'home', 'down', 'enter')

  test('comes back to where the other note was read, in the list as well', () => {
    const played = twoNotes().press('3', 'enter').press('x')
    expect(where(played)).toBe('gamma.md:1 note')
    expect(played.state.list.base).toBe('gamma.md')
    expect(played.press('down', 'down', 'x', 'x').place).toBe('gamma.md:3')
  })

  test('the wheel scrolls the note it is over, a press on the other one reads it', () => {
    const over = twoNotes().send({ type: 'mouse', action: 'wheel-down', column: 150, row: 5 })
    expect(over.place).toBe('beta.md:0')
    expect(over.state.beside?.top).toBe(4)
    expect(over.send(mouse('press', 150, 5)).place).toBe('gamma.md:4')
    expect(over.state.beside?.path).toBe('beta.md')
  })

  test('a link of the other note is opened on the left', () => {
    const played = reader(wide).press('enter', 'v', 'end', 'enter')
    const { besideStart = 0 } = layOutScreen(played.state)
    expect(played.send(mouse('press', besideStart + 2 + 5, 1)).place).toBe('beta.md:0')
    expect(played.state.beside?.path).toBe('alpha.md')
  })

  test('the other note is renewed, follows its file, and goes with it', () => {
    const played = twoNotes()
    const drawn = played.state.beside?.rendered
    played.send({ type: 'vault', vault: vaultOf({ ...texts, 'new.md': 'x' }), behind: true })
    expect(played.state.beside?.rendered).not.toBe(drawn)
    expect(played.state.beside?.top).toBe(1)
    const [gamma, delta] = [noteAt(vault, 'gamma.md').path, noteAt(vault, 'sub/delta.md').path]
    played.send({ type: 'moved', from: gamma, to: delta })
    expect(played.state.beside?.path).toBe('sub/delta.md')
    played.send({ type: 'vault', vault: vaultOf({ 'beta.md': 'x' }), behind: true })
    expect(played.state.beside).toBeUndefined()
    expect(played.screen).not.toMatch(/│.*│/)
  })

  test('a note that is renamed among hits stays one of them, and is there when the search is left', () => {
    const played = reader().press('end', 'enter', 's', 'a', 'enter')
    const path = played.state.note?.path ?? ''
    const to = noteAt(vault, 'sub/delta.md').path
    played.send({ type: 'moved', from: noteAt(vault, path).path, to })
    const paths = played.state.list.rows.flatMap((row) => (row.kind === 'note' ? [row.path] : []))
    expect(paths).toContain(to)
    expect(paths).not.toContain(path)
  })

  test('while a name is typed the mouse does not bring another note under it', () => {
    const other = mouse('press', 5, 3)
    const wheel: BrowseEvent = { type: 'mouse', action: 'wheel-down', column: 5, row: 5 }
    for (const key of ['R', 'n', ':', '/']) {
      const played = reader().press('enter', key, 'x').send(other).send(wheel)
      expect(where(played)).toBe('alpha.md:0 note')
    }
    const removed = reader().press('enter', 'D').send(other).press('y')
    expect(removed.asked).toContainEqual({ kind: 'remove', path: 'alpha.md' })
  })

  test('a hit that is pressed is shown, pressed again it is read', () => {
    const played = reader()
      .press('s', 'a')
      .send(mouse('press', 5, 2))
    expect(played.place).toBe('beta.md:0')
    expect(played.state.prompt?.text).toBe('a')
    const read = played.send(mouse('press', 5, 2))
    expect(where(read)).toBe('beta.md:0 note')
    expect(read.state.prompt).toBeUndefined()
  })

  test('what is typed is never shown from the midst of a character', () => {
    const played = reader({ columns: 40, rows: 12 }).press('n', '👩‍👩‍👧'.repeat(30))
    expect(played.screen.split('\n').at(-1)).toMatch(/^ new note: (?:👩‍👩‍👧)+$/)
  })

  test('says which notes led here', () => {
    expect(reader(wide).press('enter', 'tab', 'enter').screen).toMatch(/│ alpha › beta/)
  })

  test('opening the note that is open is no visit', () => {
    const played = reader().press('enter', 'tab', 'enter')
    const { visits, at } = played.state.history
    expect(visits.map(({ path }) => path)).toEqual(['alpha.md', 'beta.md'])
    const again = played.press('left', 'enter')
    expect(where(again)).toBe('beta.md:0 note')
    expect(again.state.history.visits.map(({ path }) => path)).toEqual(['alpha.md', 'beta.md'])
    expect(again.state.history.at).toBe(at)
    expect(again.press('backspace').place).toBe('alpha.md:0@0')
  })

  test('says where the link under the mouse leads', () => {
    const played = reader().send(mouse('move', 36 + 6, 1))
    expect(played.screen).toMatch(/^ → beta/m)
    expect(played.send(mouse('move', 90, 9)).screen).not.toMatch(/^ → beta/m)
  })

  test('says what Enter does', () => {
    expect(reader().press('5', 'home').screen).toMatch(/Enter fold/)
    expect(reader().press('5', 'home', 'enter').screen).toMatch(/Enter unfold/)
    expect(reader().screen).toMatch(/Enter read/)
  })

  test('welcomes the first time, until a key', () => {
    const first = (): PlayedReader => reader(wide, { isFirst: true })
    expect(first().screen).toMatch(/Welcome[\s\S]*choose a note on the left/)
    expect(first().press('escape').screen).not.toMatch(/Welcome/)
    expect(where(first().press('down', 'escape', 'down'))).toBe('beta.md:0 list')
    expect(first().press('q').asked).toContainEqual({ kind: 'quit', interrupted: false })
  })
})
