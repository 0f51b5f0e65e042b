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

const folders = ['', 's/', 's/t/']

test.each(folders)(
  'links out of the vault, and to what stays behind, lead where they led from a part taken out to "%s"',
  (to) => {
    /** How a text stands in a note of a folder. */
    const text = (folder: string, home: string): string => {
      const up = folder.replace(/[^/]+(?=\/)/g, '..')
      const back = home === folder ? '' : home
      return [
        `[x](${up}../out/some%20file.txt) ![x](<${up}../out/some file.txt> "t") [[${up}../out/some file.txt]] <a href="${up}../out/x.txt">x</a>`,
        `[x](${up}../out/x.txt?q=1#h) [m](${back === '' && home !== '' ? '' : up}${home}b.md) [[b]] ![p](/img/p.png)`,
      ].join('\n')
    }
    const all = (from: string): Texts => ({
      [`${from}a.md`]: `# A\n\n## Part\n\n${text(from, '')}\n\n## Rest\n`,
      'b.md': '# B\n',
    })
    for (const from of folders) {
      const texts = all(from)
      const isThere = (path: string): boolean => path.includes('../out/') || path in texts
      const source: PlanSource = { vault: vaultOf(texts, [picture], isThere), textOf: (path) => texts[path] ?? '' }
      const note = noteAt(source.vault, `${from}a.md`)
      const part = partToExtract(source, note, 'Part')
      const { changes } = extractPart(source, note, {
        part,
        path: `${to}Part.md` as NotePath,
        title: 'Part',
        front: '',
      })
      expect([from, applied(texts, changes)[`${to}Part.md`]]).toEqual([from, `# Part\n\n${text(to, '')}\n`])
    }
  },
)

test.each(['', 's/'])(
  'names of definitions, footnotes and blocks that the other note in "%s" has are others then',
  (folder) => {
    const own = (label: string, mark: string, id: string): string =>
      `[x][${label}] [${label}][] [${label}] and [^${mark}] [[#^${id}]]\n\nblock ^${id}`
    const ends = (label: string, mark: string): string =>
      `[${label}]: /c.md "other"\n\n[^${mark}]: Another [${label}].\n`
    const texts: Texts = {
      [`${folder}a.md`]: `# A\n\n${own('r', '1', 'id')}\n\n[r]: /b.md "t"\n[q]: /b.md\n\n[^1]: One.\n`,
      'n.md': `# N\n\n[q]\n\n${own('r', '1', 'id')}\n\n[q]: /b.md\n${ends('r', '1')}`,
      'b.md': '[[n#^id]] [[a#^id]]\n',
      'c.md': '',
    }
    const source = sourceOf(texts)
    const merged = applied(
      texts,
      mergeNotes(source, noteAt(source.vault, 'n.md'), noteAt(source.vault, `${folder}a.md`)).changes,
    )
    const now = merged[`${folder}a.md`] ?? ''
    // A use without a text of its own goes on to show the old name.
    expect(now).toContain('[x][r-2] [r][r-2] [r][r-2] and [^1-2] [[#^id-2]]\n\nblock ^id-2\n')
    expect(now).toContain('[r-2]: /c.md "other"\n\n[^1-2]: Another [r][r-2].\n')
    expect(now).toContain(own('r', '1', 'id'))
    expect(now.match(/^\[q\]: /gm)).toHaveLength(1)
    expect(merged['b.md']).toBe('[[a#^id-2]] [[a#^id]]\n')
  },
)

test('links to ids, to the top and to the whole of a note follow a part that is taken out', () => {
  const part = 'Text.\n\n<a id="mark"></a>\n\n### Set {#own}\n\nblock ^id'
  const texts: Texts = {
    'a.md': `# A\n\n<a id="stays"></a>\n\n## Part\n\n${part}\n\n## Rest\n`,
    'b.md':
      '[1](a.md#mark) [2](a.md#own) [[a#^id]] [3](a.md#stays) [[a#top]] [[a]] [[a#]] [[a#Rest]] [[a#Gone]] [[a#Set]]\n',
  }
  const source = sourceOf(texts)
  const note = noteAt(source.vault, 'a.md')
  const taken = partToExtract(source, note, 'Part')
  const plan = extractPart(source, note, { part: taken, path: 'Part.md' as NotePath, title: 'Part', front: '' })
  expect(applied(texts, plan.changes)['b.md']).toBe(
    '[1](Part.md#mark) [2](Part.md#own) [[Part#^id]] [3](a.md#stays) [[a#top]] [[a]] [[a#]] [[a#Rest]] [[a#Gone]] [[Part#Set]]\n',
  )
})
