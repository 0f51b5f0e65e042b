import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isNoteFile, type NotePath, toNotePath } from '../../../src/core/model/note-path.ts'
import type { Link } from '../../../src/core/model/link.ts'
import type { VaultDialects } from '../../../src/core/model/tool-dialect.ts'
import type { Note } from '../../../src/core/model/note.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { vaultNews } from '../../../src/core/vault/update/vault-news.ts'
import { updateVault } from '../../../src/core/vault/update/update-vault.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { edit, files } from '../../support/random-vault.ts'
import { expectSame } from '../../support/expect-same.ts'
import { runs } from '../../support/runs.ts'
import { linkAnswers } from '../../support/vault-answers.ts'

const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
const pathOf = (path: string): NotePath => toNotePath(path) ?? ('' as NotePath)
const noteOf = (path: string, text: string) => parseNote({ path: pathOf(path), text, facts })

function vaultOf(all: ReadonlyMap<string, string>): Vault {
  const notes = [...all].filter(([path]) => isNoteFile(path)).map(([path, text]) => noteOf(path, text))
  return new Vault({ notes, attachments: attachmentsOf(all) })
}

function attachmentsOf(all: ReadonlyMap<string, string>) {
  return [...all.keys()].filter((path) => !isNoteFile(path)).map((path) => ({ path: pathOf(path) }))
}

const answers = (vault: Vault) => vault.notes.map(({ path }) => ({ path, ...linkAnswers(vault, path) }))

test('a vault after updates answers as one built from the files as they then are', () => {
  fc.assert(
    fc.property(files, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      const all = new Map(start)
      let vault = vaultOf(all)
      for (const { path, text } of edits) {
        const note = isNoteFile(path)
        const known = all.has(path)
        if (text === null) all.delete(path)
        else all.set(path, text)
        vault = updateVault(vault, {
          notes: note && text !== null ? [noteOf(path, text)] : [],
          removed: note && text === null && known ? [pathOf(path)] : [],
          ...(note || known === all.has(path) ? {} : { attachments: attachmentsOf(all) }),
        })
        expectSame(answers(vault), answers(vaultOf(all)))
      }
    }),
    runs(80),
  )
})

test.each([1, 2, 3, 4])(
  'the news after %d edits are the notes that are others, and all whose links lead elsewhere',
  (count) => {
    fc.assert(
      fc.property(files, fc.array(edit, { minLength: count, maxLength: count }), fc.boolean(), (start, edits, asks) => {
        const all = new Map(start)
        const states = [vaultOf(all)]
        for (const { path, text } of edits) {
          const before = states.at(-1)!
          if (asks) answers(before)
          if (!isNoteFile(path) || (text === null && before.note(path) === undefined)) continue
          states.push(
            updateVault(
              before,
              text === null ? { notes: [], removed: [pathOf(path)] } : { notes: [noteOf(path, text)], removed: [] },
            ),
          )
        }
        const now = states.at(-1)!
        const pathsOf = (vault: Vault): string => vault.notes.map(({ path }) => path).join()
        for (const [at, before] of states.entries()) {
          const news = vaultNews(before, now)
          // Where a note came or went all may be other.
          if (states.slice(at).every((one) => pathsOf(one) === pathsOf(now))) expect(news).toBeDefined()
          if (pathsOf(before) !== pathsOf(now)) expect(news).toBeUndefined()
          if (news === undefined) continue
          const changed = now.notes.filter((note) => note !== before.note(note.path))
          expect([news.notes, news.keepsNames]).toEqual([changed, changed.every(({ path, title, aliases }) => before.note(path)?.title === title && `${before.note(path)?.aliases.join()}` === aliases.join())]) // prettier-ignore
          const leads = (vault: Vault, path: NotePath): unknown =>
            vault.linksFrom(path).map(({ resolution }) => ('path' in resolution ? resolution.path : resolution.status))
          const moved = now.notes
            .map(({ path }) => path)
            .filter((path) => !isDeepStrictEqual(leads(before, path), leads(now, path)))
          expect(news.relinked).toEqual(expect.arrayContaining([...moved, ...changed.map(({ path }) => path)]))
        }
      }),
      runs(8),
    )
  },
)

test('ids of blocks, uids and addresses that change take the links to them along', () => {
  const dialects: VaultDialects = { tools: ['logseq', 'docfx', 'vuepress'], admonitions: false, sites: [''], assets: [''], rootMarks: [], pages: true, syntax: ['logseq', 'docfx'] } // prettier-ignore
  const ids = ['64a1f1c2-1111-4222-8333-abcdefabcdef', '64a1f1c2-1111-4222-8333-abcdefabcde0']
  const read = (path: string, text: string) => parseNote({ path: pathOf(path), text, facts, dialects })
  const states = [
    '',
    'uid: my.id\n',
    'uid: other.id\n',
    'permalink: /asked/\n',
    'permalink: /other/\n',
    'aliases: [ask]\n',
  ].flatMap((front) => ['', ...ids].map((id) => `---\n${front}---\n- text\n${id === '' ? '' : `  id:: ${id}\n`}`))
  const from = read(
    'a.md',
    `- ((${ids[0]})) ((${ids[1]})) <xref:my.id> <xref:other.id> [x](/asked/) [x](/other) [[ask]] [[2024-03-05]]\n`,
  )
  const built = (text: string) => new Vault({ notes: [from, read('b.md', text)], attachments: [] })
  for (const [at, before] of states.entries())
    for (const after of [...states.slice(at + 1, at + 3), states[0] ?? '']) {
      const vault = built(before)
      answers(vault)
      const now = updateVault(vault, { notes: [read('b.md', after)], removed: [] })
      expectSame([after, answers(now)], [after, answers(built(after))])
    }
})

test('a vault that let go of what it told about links tells the same again', () => {
  fc.assert(
    fc.property(files, (all) => {
      const vault = vaultOf(new Map(all))
      const before = answers(vault)
      vault.forgetLinks()
      expectSame(answers(vault), before)
      // The links go, of the first vault with its names as well; what leads where stays.
      const [first] = vault.notes
      if (first === undefined) return
      const later = updateVault(vault, { notes: [first], removed: [] })
      const held = [vault, later].map((one) => one.linksFrom(first.path))
      later.forgetReadLinks()
      expect([vault, later].map((one, at) => one.linksFrom(first.path) === held[at])).toEqual([false, false])
      expectSame(answers(later), before)
    }),
    runs(20),
  )
})

test('of a thousand edits only the first and the last state are held', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const states: WeakRef<Vault>[] = []
  let vault = vaultOf(
    new Map([
      ['a.md', '# A'],
      ['b.md', '# B\n\n[[a]]'],
    ]),
  )
  for (let edits = 0; edits < 12; edits++) {
    vault = updateVault(vault, { notes: [noteOf('b.md', `# B\n\n[[a]] ${edits}`)], removed: [] })
    expect(vault.linksTo(pathOf('a.md'))).toHaveLength(1)
    expect(vault.resolve(vault.notes[0] as Note, { kind: 'wiki', target: 'b' } as Link).status).toBe('ok')
    states.push(new WeakRef(vault))
  }
  const held = (): number => states.filter((state) => state.deref() !== undefined).length
  // What a WeakRef gave in a turn of the loop is held until the next, and one collection need not take all.
  for (let turn = 0; turn < 10 && (turn === 0 || held() > 1); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0))
    collect()
  }
  expect(held()).toBe(1)
})

test('the links of a canvas lead where they would in a vault built anew, also after titles and headings changed', () => {
  const nodes = [{ id: '1', type: 'text', text: '[[New]] [[Old]] [[a#Part]]', x: 0, y: 0, width: 1, height: 1 }]
  const canvas = noteOf('c.canvas', JSON.stringify({ nodes, edges: [] }))
  const vaultWith = (text: string) =>
    new Vault({
      notes: [noteOf('a.md', text), noteOf('b.md', '[[Old]]\n')],
      attachments: [{ path: pathOf('c.canvas') }],
      canvases: () => [canvas],
    })
  const answersOf = (vault: Vault) => [
    vault.linksFrom(canvas.path).map(({ resolution }) => resolution),
    vault.resolutionsOf(canvas),
    vault.targetsOf(canvas.path),
    vault.linkCount(canvas.path),
  ]
  const after = '# New\n\n## Other\n'
  const before = vaultWith('# Old\n\n## Part\n')
  answersOf(before)
  const now = updateVault(before, { notes: [noteOf('a.md', after)], removed: [] })
  expect(answersOf(now)).toEqual(answersOf(vaultWith(after)))
})
