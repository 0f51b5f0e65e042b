import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import {
  extractPart,
  partToExtract,
  sectionsToSplit,
  splitNote,
} from '../../../../src/core/plan/regroup/extract-section.ts'
import { inlineNote, mergeNotes } from '../../../../src/core/plan/regroup/join-notes.ts'
import type { PlanSource } from '../../../../src/core/plan/draft.ts'
import type { Plan } from '../../../../src/core/plan/rename/rename-note.ts'
import { markedMeaning, markedText, markedVaults, mayGo, sharedPlaces } from '../../../support/marked-notes.ts'
import { answerOf, applied, type Texts } from '../../../support/planned.ts'
import { runs } from '../../../support/runs.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

const picture = { path: 'img/p.png' as NotePath }

function sourceOf(texts: Texts): PlanSource {
  return { vault: vaultOf(texts, [picture], (path) => path in texts), textOf: (path) => texts[path] ?? '' }
}

const meaning = (texts: Texts): ReadonlyMap<string, string> =>
  markedMeaning(sourceOf(texts).vault, (path) => texts[path] ?? '')

/** The plan of one of the ways to regroup notes. */
function planOf(
  source: PlanSource,
  what: string,
  { path, into, anchor, folder }: Readonly<Record<'path' | 'into' | 'anchor' | 'folder', string>>,
): Plan {
  const note = noteAt(source.vault, path)
  const newNote = (title: string) => ({ path: `${folder}${title} of it.md` as NotePath, title, front: '' })
  if (what === 'inline') return inlineNote(source, note, noteAt(source.vault, into))
  if (what === 'merge') return mergeNotes(source, note, noteAt(source.vault, into))
  if (what === 'extract') {
    const part = partToExtract(source, note, anchor)
    return extractPart(source, note, { part, ...newNote(part.title) })
  }
  const sections = sectionsToSplit(source, note, 2)
  return splitNote(source, note, sections.map((part, at) => ({ part, ...newNote(`${part.title} ${at}`) }))) // prettier-ignore
}

test.each(['extract', 'inline', 'split', 'merge'])('after %s every link leads where it led', (what) => {
  fc.assert(
    fc.property(markedVaults, ({ texts: marked, one, other, anchor, isApart }) => {
      const texts: Texts = Object.fromEntries(marked.map(([path, content], at) => [path, markedText(content, at)]))
      const names = Object.keys(texts)
      const [path, into] = [names[one % names.length] ?? '', names[other % names.length] ?? '']
      if (path === into) return
      const how = { path, into, anchor, folder: isApart ? 'new/deep/' : '' }
      const plan = answerOf(() => planOf(sourceOf(texts), what, how)) as Plan | string
      if (typeof plan === 'string') return
      const [before, now] = [meaning(texts), meaning(applied(texts, plan.changes))]
      const movesBlock = what === 'extract' && anchor.startsWith('^')
      for (const [name, place] of before)
        if (now.has(name) && place !== 'lost')
          expect([how, name, ...sharedPlaces(place, now.get(name) ?? '', movesBlock)]).not.toEqual([how, name])
      expect([...before.keys()].filter((name) => !now.has(name) && !mayGo(name))).toEqual([])
    }),
    runs(15),
  )
})

/** A note that is taken apart, put together again. */
test('a section that is extracted and put back is where it was, and all links say what they said', () => {
  const body = 'Text [[b#H]] and [x](b.md "t"), ![p](img/p.png).\n\n### Below\n\n- item\n\n> quote'
  for (const [rest, path] of [
    ['', 'Part.md'],
    ['\n\n## Rest\n\nEnd.', 'Part.md'],
    ['\n\n## Rest', 's/Part.md'],
  ] as const) {
    const texts: Texts = {
      'a.md': `# A\n\nFirst.\n\n## Part\n\n${body}${rest}\n`,
      'b.md': '# B\n\n[[a#Part|p]] [[a#Below|x]] [y](a.md#part)\n\n## H\n',
    }
    const there = sourceOf(texts)
    const part = partToExtract(there, noteAt(there.vault, 'a.md'), 'Part')
    const plan = extractPart(there, noteAt(there.vault, 'a.md'), {
      part,
      path: path as NotePath,
      title: 'Part',
      front: '',
    })
    const taken = applied(texts, plan.changes)
    expect(taken['a.md']).toBe(`# A\n\nFirst.\n\n[[Part]]${rest}\n`)
    const back = sourceOf(taken)
    const joined = applied(taken, inlineNote(back, noteAt(back.vault, path), noteAt(back.vault, 'a.md')).changes)
    expect(joined).toEqual(texts)
  }
})
