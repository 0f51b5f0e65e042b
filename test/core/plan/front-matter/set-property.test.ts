import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { FailureError } from '../../../../src/core/model/failure.ts'
import { readFrontMatter } from '../../../../src/core/parse/front-matter.ts'
import { addItem, aliasList, removeItems, tagsList } from '../../../../src/core/plan/front-matter/list-items.ts'
import { readProperty } from '../../../../src/core/plan/front-matter/read-property.ts'
import { renameTag } from '../../../../src/core/plan/rename/rename-tag.ts'
import { setProperty, unsetProperty } from '../../../../src/core/plan/front-matter/set-property.ts'
import { textBody } from '../../../../src/core/plan/text/text-body.ts'
import { applied, outcomeOf, sourceOf } from '../../../support/planned.ts'
import { runs } from '../../../support/runs.ts'

const note = (text: string) => textBody({ path: 'a.md' }, text)
const rich = `---\r\n# a comment\r\ntitle: 'It''s'   # why\r\n"odd key":   1\r\nlist:\r\n  - a # first\r\n  - "b"\r\nflow: [x, 'y']\r\n---\r\n\r\nBody\r\n`

test.each([
  ['tags+=x', 'wend tag add NOTE TAG'],
  ['Tag -=x y', 'wend tag remove NOTE TAG'],
  ['aliases+=x', 'wend alias add NOTE ALIAS'],
  ['rating-=1', 'for example: rating=VALUE'],
])('%s sets no key that ends in a sign', (word, hint) => {
  const refusal = { failure: expect.objectContaining({ kind: 'usage', hint }) as unknown }
  expect(() => readProperty(word, {})).toThrow(expect.objectContaining(refusal))
})

test('a sign inside a key or before a value is not an operator', () => {
  expect(readProperty('a-b=-1', {})).toEqual({ key: 'a-b', value: -1 })
  expect(readProperty('-=x', {})).toEqual({ key: '-', value: 'x' })
})

describe('setting a key', () => {
  test.each([
    ['title', 'New: words', `title: 'New: words'   # why`],
    ['flow', ['z'], 'flow: [z]'],
    ['list', ['c', 'd'], 'list:\r\n  - c\r\n  - d'],
    ['new', 5, 'new: 5'],
    ['new', 'yes: no', 'new: "yes: no"'],
  ])('%s to %j leaves every other byte', (key, value, line) => {
    const text = setProperty(note(rich), key, value)
    expect(text).toContain(`${line}\r\n`)
    for (const kept of ['# a comment\r\n', '"odd key":   1\r\n', '\r\n---\r\n\r\nBody\r\n'])
      expect(text).toContain(kept)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  test('adds front matter, and removing the last key removes it again', () => {
    const text = setProperty(note('# A\n'), 'k', 'v')
    expect(text).toBe('---\nk: v\n---\n# A\n')
    expect(unsetProperty(note(text), 'k')).toBe('# A\n')
  })

  test('removing a key takes its lines alone', () => {
    expect(unsetProperty(note(rich), 'list')).toBe(rich.replace('list:\r\n  - a # first\r\n  - "b"\r\n', ''))
    expect(unsetProperty(note(rich), 'none')).toBeUndefined()
  })

  test.each(['---\na: [\n---\n', '---\n- a\n---\n', '---\n{a: 1}\n---\n'])('refuses %j', (text) => {
    expect(() => setProperty(note(text), 'k', 'v')).toThrow(FailureError)
  })

  test.each([
    ['a=1', 1],
    ['a=true', true],
    ['a=2024-01-02', '2024-01-02'],
    ['a=x: y', 'x: y'],
    ['a=[p, q]', '[p, q]'],
    ['a="5"', '"5"'],
    ['a=5.0', '5.0'],
    ['a=1.10', '1.10'],
    ['a=007', '007'],
    ['a=0.5', 0.5],
    ['a=-4', -4],
    ['a=1e5', '1e5'],
    ['a=p, q', 'p, q'],
    ['a=[[x]]', '[[x]]'],
    ['a=null', 'null'],
    ['a=', ''],
    ['tags=[p, q]', ['p', 'q']],
    ['topics=[[a, b]], c', ['[[a, b]]', 'c']],
    ['tags=2024', ['2024']],
    ['a=b=c', 'b=c'],
    ['tags=p, q', ['p', 'q']],
  ])('%s is read as %j', (argument, value) => {
    expect(readProperty(argument, {}).value).toEqual(value)
  })
})

describe('what was typed is what is read back', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'é',
      ' ',
      '  ',
      ': ',
      ':',
      '#',
      ' #',
      '-',
      '- ',
      '"',
      "'",
      '\\',
      '[',
      ']',
      '{',
      '}',
      ',',
      '&',
      '*',
      '!',
      '|',
      '>',
    ],
    ...[
      '%',
      '@',
      '`',
      '~',
      '?',
      '=',
      '<',
      '.',
      '1',
      '0',
      '1.10',
      '007',
      '12:30',
      '1_000',
      '0x1f',
      '1e5',
      '.inf',
      '.nan',
      '+',
    ],
    ...[
      'true',
      'null',
      'yes',
      'No',
      'on',
      'y',
      '2024-01-02',
      'T10:00',
      '---',
      '...',
      '\n',
      '\t',
      '\r\n',
      '\u2028',
      '\ufeff',
    ],
    ...['\u0085', '\u00a0', '\u{1f600}', '[[x]]', '![[x]]', '<<', '//', '\u0007'],
  )
  const typed = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''))
  const starts = [
    '# A\n',
    '---\nk: old\n---\n',
    "---\nk: 'old' # why\n---\n",
    '---\nk: "old"\nz: 1\n---\n',
    '---\nk: |\n  old\n---\n',
  ]

  test('by wend, and by readers of YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...starts), (value, start) => {
        const { key, value: meant } = readProperty(`k=${value}`, {})
        const text = setProperty(note(start), key, meant)
        expect(typeof meant === 'string' ? meant : String(meant)).toBe(value)
        expect(readFrontMatter(text).metadata['k']).toBe(meant)
        const yaml = text.slice(4, text.indexOf('\n---', 3))
        expect((parse(yaml, { version: '1.2' }) as Record<string, unknown>)['k']).toBe(meant)
        const older = (parse(yaml, { version: '1.1' }) as Record<string, unknown>)['k']
        expect(older instanceof Date ? older.toISOString().slice(0, 10) : older).toBe(meant)
      }),
      runs(100),
    )
  })
})

describe('adding an alias', () => {
  test.each([
    ['', 'aliases: [New]'],
    ['aliases: [a, b]\n', 'aliases: [a, b, New]'],
    ['aliases: []\n', 'aliases: [New]'],
    ['aliases:\n', 'aliases: [New]'],
    ['aliases: # names\n- a # one\n- b\nx: 1\n', 'aliases: # names\n- a # one\n- b\n- New\nx: 1'],
    ['alias: a, b\n', 'alias: a, b, New'],
    ['aliases: a\n', 'aliases: [a, New]'],
  ])('%j', (yaml, expected) => {
    expect(addItem(note(`---\nk: v\n${yaml}---\n`), aliasList, 'New')).toBe(`---\nk: v\n${expected}\n---\n`)
  })
})

describe('renaming a tag', () => {
  test.each([
    [
      '---\ntags: [ml, "ml/deep", other] # c\n---\n#ml #mlx #ml/rl `#ml`',
      '---\ntags: [ai, "ai/deep", other] # c\n---\n#ai #mlx #ai/rl `#ml`',
    ],
    ["---\ntags:\n  - '#ml'\n---\n", "---\ntags:\n  - '#ai'\n---\n"],
    ['---\ntags: ml, x\n---\n', '---\ntags: ai, x\n---\n'],
    ['---\ntags: [ml, ai, x]\n---\n', '---\ntags: [ai, x]\n---\n'],
    ['text #ML end', 'text #ai end'],
  ])('%j', (before, after) => {
    const texts = { 'a.md': before }
    expect(applied(texts, renameTag(sourceOf(texts), 'ml', 'ai').changes)).toEqual({ 'a.md': after })
  })
})

describe('tags are added and removed in the style of their list', () => {
  test.each([
    ['', 'tags: [New]'],
    ['tags: [a, b]\n', 'tags: [a, b, New]'],
    ['tags: a b\n', 'tags: a b New'],
    ['tags: a, b\n', 'tags: a, b, New'],
    ['tags: a\n', 'tags: [a, New]'],
    ['tags:\n  - a # one\n', 'tags:\n  - a # one\n  - New'],
    ['tag: a\n', 'tag: [a, New]'],
  ])('added to %j', (yaml, expected) => {
    expect(addItem(note(`---\nk: v\n${yaml}---\n`), tagsList, 'New')).toBe(`---\nk: v\n${expected}\n---\n`)
  })

  test.each([
    ['tags: [a, x, b]', 'tags: [a, b]'],
    ['tags: [x, a, b]', 'tags: [a, b]'],
    ['tags: [a, x]', 'tags: [a]'],
    ['tags: [x, a, x]', 'tags: [a]'],
    ['tags: a x', 'tags: a'],
    ['tags: a, x, b', 'tags: a, b'],
    ['tags: # why\n  - a # one\n  - x # two\n  - b', 'tags: # why\n  - a # one\n  - b'],
    ['tags:\n  - "#x"\n  - b', 'tags:\n  - b'],
    ['tags: x', undefined],
    ['tags: [x]', undefined],
  ])('removed from %j', (yaml, expected) => {
    const text = removeItems(note(`---\nk: v\n${yaml}\n---\n`), tagsList, (item) => item === 'x')
    expect(text).toBe(`---\nk: v\n${expected === undefined ? '' : `${expected}\n`}---\n`)
    expect(removeItems(note(`---\n${yaml}\n---\n`), tagsList, () => false)).toBeUndefined()
  })
})

describe('keys are the same in any case, as lists and filters read them', () => {
  const yaml = '---\nRelated: a # why\nTITLE: T\nTags: [x]\n---\nBody\n'

  test.each([
    ['related', 'b', 'Related: b # why'],
    ['title', 'New', 'TITLE: New'],
    ['tags', ['x', 'z'], 'Tags: [x, z]'],
  ])('%s is set where it stands', (key, value, line) => {
    const text = setProperty(note(yaml), key, value)
    expect(text.split('\n')).toHaveLength(yaml.split('\n').length)
    expect(text).toContain(`${line}\n`)
  })

  test('the one in its own case goes first, and is the one that goes', () => {
    const both = '---\nrelated: a\nRelated: b\n---\n'
    expect(setProperty(note(both), 'Related', 'c')).toBe('---\nrelated: a\nRelated: c\n---\n')
    expect(unsetProperty(note(both), 'related')).toBe('---\nRelated: b\n---\n')
    expect(unsetProperty(note(yaml), 'related')).toBe(yaml.replace('Related: a # why\n', ''))
  })

  test('a key of a list in another case takes commas', () => {
    expect(readProperty('related=a,b', { Related: ['x'] })).toEqual({ key: 'Related', value: ['a', 'b'] })
    expect(readProperty('tags=a,b', { Tags: ['x'] })).toEqual({ key: 'Tags', value: ['a', 'b'] })
    expect(readProperty('new=a,b', { Related: ['x'] })).toEqual({ key: 'new', value: 'a,b' })
  })

  test('in TOML, too', () => {
    const toml = '+++\nTitle = "T"\nTags = ["x"]\n+++\n'
    expect(setProperty(note(toml), 'title', 'New')).toBe('+++\nTitle = "New"\nTags = ["x"]\n+++\n')
    expect(addItem(note(toml), tagsList, 'y')).toBe('+++\nTitle = "T"\nTags = ["x", "y"]\n+++\n')
    expect(unsetProperty(note(toml), 'tags')).toBe('+++\nTitle = "T"\n+++\n')
  })
})

describe('aliases of YAML: another key does not change with the one that was asked for', () => {
  const shared = '---\ntags: [&a one, two]\nother: *a\n---\n'

  test.each([
    ['rename', () => renameTag(sourceOf({ 'a.md': shared }), 'one', 'uno')],
    ['set', () => setProperty(note(shared), 'tags', ['z'])],
    ['unset', () => unsetProperty(note(shared), 'tags')],
    ['a list', () => addItem(note('---\ntags: &t [one]\nkeywords: *t\n---\n'), tagsList, 'two')],
  ])('%s is refused with the reason', (_, change) => {
    const said = outcomeOf(() => String(change()))
    expect(said).toMatch(
      /^refused: ("(other|keywords)" repeats|an alias \(\*\) in its YAML would repeat what is not there)/,
    )
  })

  test('an anchor that nothing repeats stays where it is', () => {
    const texts = { 'a.md': '---\ntags: [&a "one", two] # c\n---\n' }
    const changed = applied(texts, renameTag(sourceOf(texts), 'one', 'uno').changes)
    expect(changed).toEqual({ 'a.md': '---\ntags: [&a "uno", two] # c\n---\n' })
  })
})
