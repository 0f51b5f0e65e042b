import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addTags, removeTags } from '../../../../src/core/plan/front-matter/tag-note.ts'
import { renameTag } from '../../../../src/core/plan/rename/rename-tag.ts'
import type { Plan } from '../../../../src/core/plan/rename/rename-note.ts'
import type { PlanSource } from '../../../../src/core/plan/draft.ts'
import { answerOf, applied, sourceOf, type Texts, withCrlf } from '../../../support/planned.ts'
import { runs } from '../../../support/runs.ts'
import { noteAt } from '../../../support/vault-of.ts'

const quoted = (tags: readonly string[]): string => tags.map((tag) => JSON.stringify(tag)).join(', ')

/** Every form in which a note may hold its tags, of which there is one at least. */
const forms: Readonly<Record<string, (tags: readonly string[]) => string>> = {
  'a list on one line': (tags) => `---\ntitle: t\ntags: [${tags.join(', ')}] # why\nz: 1\n---\n`,
  'a list on one line, in quotes': (tags) => `---\ntags: [${quoted(tags)}]\n---\n`,
  'a list on lines of its own': (tags) => `---\ntags:\n${tags.map((tag) => `  - ${tag}\n`).join('')}z: 1\n---\n`,
  'a list on lines that are not indented': (tags) =>
    `---\nz: 1\ntags:\n${tags.map((tag) => `- '${tag}'\n`).join('')}---\n`,
  'a string of blanks': (tags) => `---\ntags: ${tags.join(' ')}\n---\n`,
  'a string of commas': (tags) => `---\ntags: "${tags.join(', ')}"\nz: 1\n---\n`,
  'another key, in capitals': (tags) => `---\nTag: [${tags.join(', ')}]\n---\n`,
  'hashes in quotes': (tags) => `---\ntags: [${quoted(tags.map((tag) => `#${tag}`))}]\n---\n`,
  'a text of several lines': (tags) => `---\ntags: >-\n  ${tags.join('\n  ')}\nz: 1\n---\n`,
  'a list in TOML': (tags) => `+++\ntags = [${quoted(tags)}] # why\nz = 1\n+++\n`,
  'a string in TOML': (tags) => `+++\ntitle = "t"\ntags = "${tags.join(', ')}"\n+++\n`,
  'a property of a page of Logseq': (tags) => `z:: 1\ntags:: ${tags.join(', ')}\n\n`,
}

const tag = fc.constantFrom('one', 'One/two', 'one/b/c', 'ones', 'three', 'x-y', 'Ünï')
const tags = fc.uniqueArray(tag, { selector: (one) => one.toLowerCase(), minLength: 1, maxLength: 4 })
const named = fc.constantFrom('one', 'ONE', 'one/b', 'three', 'x-y', 'ünï', 'new', 'new/tag')

const fold = (one: string): string => one.toLowerCase()
const once = (all: readonly string[]): readonly string[] => [...new Set(all)]

/** What a tag is called when another is renamed: it itself, and what is nested under it. */
const renamed = (one: string, from: string, to: string): string =>
  `${fold(one)}/`.startsWith(`${fold(from)}/`) ? to + one.slice(from.length) : one

/** The tags of the front matter and of the text after a change, in order, or that it is refused. */
const ways: Readonly<
  Record<string, (front: readonly string[], inText: string, names: readonly [string, string]) => unknown>
> = {
  rename: (front, inText, [from, to]) => {
    const all = [...front, inText]
    if (all.every((one) => !`${fold(one)}/`.startsWith(`${fold(from)}/`))) return 'refused'
    return once(all.map((one) => renamed(one, from, to)))
  },
  add: (front, inText, [name, other]) =>
    [name, other].reduce(
      (made, one) => (made.some((known) => fold(known) === fold(one)) ? made : [...made.slice(0, -1), one, inText]),
      [...front, inText],
    ),
  remove: (front, inText, [name]) => {
    const left = front.filter((one) => fold(one) !== fold(name))
    return left.length === front.length ? 'refused' : [...left, inText]
  },
}

/** The same, planned. */
const plans: Readonly<Record<string, (source: PlanSource, names: readonly [string, string]) => Plan>> = {
  rename: (source, [from, to]) => renameTag(source, from, to),
  add: (source, names) => addTags(source, [noteAt(source.vault, 'a.md')], names),
  remove: (source, [name]) => removeTags(source, [noteAt(source.vault, 'a.md')], [name]),
}

const each = Object.keys(forms).flatMap((form) => Object.keys(ways).map((way) => [way, form] as const))

test.each(each)('to %s a tag in %s gives the tags that are read in order', (way, form) => {
  const tool = form.endsWith('Logseq') ? { tool: 'logseq' as const } : {}
  fc.assert(
    fc.property(tags, fc.tuple(named, named), fc.boolean(), (front, names, isCrlf) => {
      const text = `${forms[form]?.(front) ?? ''}Text #inText.\n`
      const texts: Texts = isCrlf ? withCrlf({ 'a.md': text }) : { 'a.md': text }
      const plan = answerOf(() => plans[way]?.(sourceOf(texts, tool), names)) as Plan | string
      const expected = ways[way]?.(front, 'inText', names)
      if (typeof plan === 'string') return expect([names, 'refused']).toEqual([names, expected])
      const after = applied(texts, plan.changes)
      const now = after['a.md'] ?? ''
      expect([names, now, noteAt(sourceOf(after, tool).vault, 'a.md').tags]).toEqual([names, now, expected])
      // All else is as it was, the other keys and how lines end.
      const rest = (one: string): unknown => [one.match(/^(?:title|z)\b.*$/gm), /[^\n]*\r?\n$/.exec(one)?.[0], /# why/.test(one)] // prettier-ignore
      if (/^\w*tags?\b/im.test(now)) expect(rest(now)).toEqual(rest(texts['a.md'] ?? ''))
      expect(/(?<!\r)\n/.test(now)).toBe(!isCrlf)
    }),
    runs(8),
  )
})
