import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isNoteFile, toNotePath } from '../../../src/core/model/note-path.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { makeAddresses } from '../../../src/core/publish/addresses.ts'
import { makeSite, type SiteSettings } from '../../../src/core/publish/make-site.ts'
import { NoteTargets } from '../../../src/core/publish/note-targets.ts'
import { updateSite } from '../../../src/core/publish/update-site.ts'
import { updateVault } from '../../../src/core/vault/update/update-vault.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { edit, files } from '../../support/random-vault.ts'

const noteOf = (path: string, text: string) =>
  parseNote({
    path: toNotePath(path) ?? ('' as never),
    // Groups are spelled in more than one way, and are called as their first note spells them.
    text: text.replace(
      /^(?:---\n([^]*?)---\n)?/,
      (_all, front: string | undefined) =>
        `---\n${front ?? ''}topics: [one, ${text.length % 3 === 0 ? 'Two' : 'two'}]\n---\n`,
    ),
    facts: { size: 0, modifiedMs: 0, createdMs: 0 },
  })

test('a site that follows edits is one that was made anew', () => {
  let updated = 0
  let reordered = 0
  fc.assert(
    fc.property(files, fc.array(fc.tuple(edit, fc.nat(30)), { minLength: 1, maxLength: 8 }), (start, edits) => {
      const notes = [...start].filter(([path]) => isNoteFile(path)).map(([path, text]) => noteOf(path, text))
      let vault = new Vault({ notes, attachments: [] })
      const settings = (targets: NoteTargets, formerTopics: readonly string[]): SiteSettings => ({
        title: 'T',
        language: 'en',
        dates: new Map(),
        formerTopics,
        targets,
        shownTitle: ({ title }) => title.replace('Title of ', ''),
        shownSummary: (summary) => summary.toLowerCase(),
      })
      let addresses = makeAddresses(
        vault.notes.map(({ path }) => path),
        [],
      )
      let targets = new NoteTargets(vault)
      let site = makeSite(vault, addresses, settings(targets, []))
      for (const [{ path: any, text }, pick] of edits) {
        // Most edits are of notes that are there.
        const path = pick % 5 === 0 ? any : (vault.notes[pick % vault.notes.length]?.path ?? any)
        if (!isNoteFile(path) || text === null) continue
        const before = { site, vault, addresses, targets }
        vault = updateVault(vault, { notes: [noteOf(path, text)], removed: [] })
        addresses = makeAddresses(
          vault.notes.map((note) => note.path),
          [],
          addresses,
        )
        targets = new NoteTargets(vault, targets)
        const about = settings(
          targets,
          site.topics.map(({ name }) => name),
        )
        const now = updateSite(before, vault, addresses, about)
        const anew = makeSite(vault, addresses, about)
        if (now !== undefined) updated++
        if (now?.notes.some((note, number) => note.path !== before.site.notes[number]?.path) === true) reordered++
        site = now ?? anew
        expect(JSON.parse(JSON.stringify(site))).toEqual(JSON.parse(JSON.stringify(anew)))
      }
    }),
    { numRuns: 300 },
  )
  expect(updated).toBeGreaterThan(300)
  expect(reordered).toBeGreaterThan(50)
})
