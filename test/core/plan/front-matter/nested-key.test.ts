import { describe, expect, test } from '@jest/globals'
import { readProperty } from '../../../../src/core/plan/front-matter/read-property.ts'
import { setProperty, unsetProperty } from '../../../../src/core/plan/front-matter/set-property.ts'
import { textBody } from '../../../../src/core/plan/text/text-body.ts'
import { outcomeOf } from '../../../support/planned.ts'

const note = (front: string) => textBody({ path: 'a.md' }, `---\n${front}\n---\n# A\n`)
const yaml = [
  'meta:',
  '    # kept',
  '    status: inner # why',
  '    list: [a, b]',
  '    deep:',
  '      a: 1',
  'flow: {a: 1, b: 2}',
  'none: {}',
  'lone:',
  '  only: 1',
  'word: text',
  'one: &one',
  '  q: 1',
  'same: *one',
].join('\n')

describe('a dotted key is the key in a map that filters read', () => {
  test.each([
    ['meta.status', 'x', 'status: inner # why', 'status: x # why'],
    ['META.Status', 'x', 'status: inner # why', 'status: x # why'],
    ['meta.deep.a', 2, 'a: 1\nflow', 'a: 2\nflow'],
    ['meta.deep.new', '[[x]]', 'a: 1\nflow', 'a: 1\n      new: "[[x]]"\nflow'],
    ['meta.new', 4, 'a: 1\nflow', 'a: 1\n    new: 4\nflow'],
    ['flow.b', true, '{a: 1, b: 2}', '{a: 1, b: true}'],
    ['lone.only', 'x', 'only: 1', 'only: x'],
    ['word.x', 1, '*one', '*one\nword.x: 1'],
    ['nowhere.x', 1, '*one', '*one\nnowhere.x: 1'],
  ])('set %s=%j', (key, value, before, after) => {
    expect(setProperty(note(yaml), key, value)).toBe(note(yaml.replace(before, after)).text)
  })

  test('a key that is itself written with a dot comes first', () => {
    const both = 'meta:\n  a: 1\nmeta.a: 2'
    expect(setProperty(note(both), 'meta.a', 3)).toBe(note('meta:\n  a: 1\nmeta.a: 3').text)
    expect(unsetProperty(note(both), 'meta.a')).toBe(note('meta:\n  a: 1').text)
  })

  test.each([
    ['meta.status', '    status: inner # why\n'],
    ['meta.deep', '    deep:\n      a: 1\n'],
  ])('unset %s', (key, lines) => {
    expect(unsetProperty(note(yaml), key)).toBe(note(yaml.replace(lines, '')).text)
    expect(unsetProperty(note(yaml), 'meta.nothing')).toBeUndefined()
  })

  test.each([
    ['set', 'flow.c', /^refused: /],
    ['set', 'none.x', /"none" is an empty map/],
    ['set', 'same.q', /"same" repeats by an alias/],
    ['set', 'one.q', /"same" repeats by an alias/],
    ['unset', 'lone.only', /^refused: /],
    ['unset', 'flow.a', /^refused: /],
  ])('%s %s is refused', (what, key, reason) => {
    const said = outcomeOf(() =>
      String(what === 'set' ? setProperty(note(yaml), key, 9) : unsetProperty(note(yaml), key)),
    )
    expect(said).toMatch(reason)
  })

  test('in TOML it is refused, and no key of another name is written', () => {
    const toml = textBody({ path: 'a.md' }, '+++\nword = "w"\n[extra]\nstatus = "x"\n+++\n')
    expect(outcomeOf(() => setProperty(toml, 'extra.status', 'y'))).toMatch(/"extra.status" has another form/)
    expect(outcomeOf(() => String(unsetProperty(toml, 'extra.status')))).toMatch(/"extra.status" has another form/)
    expect(setProperty(toml, 'word.x', 'y')).toContain('"word.x" = "y"\n[extra]')
  })

  test('commas part the items where it holds a list', () => {
    const metadata = { meta: { list: ['a'], status: 'x' } }
    expect(readProperty('meta.list=p,q', metadata).value).toEqual(['p', 'q'])
    expect(readProperty('meta.status=p,q', metadata).value).toBe('p,q')
  })
})
