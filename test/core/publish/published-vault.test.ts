import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isNoteFile, toNotePath } from '../../../src/core/model/note-path.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { publishedVault } from '../../../src/core/publish/published-vault.ts'
import { updateVault } from '../../../src/core/vault/update/update-vault.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { edit, files } from '../../support/random-vault.ts'
import { expectSame } from '../../support/expect-same.ts'
import { linkAnswers } from '../../support/vault-answers.ts'

/** Of the notes some are private, which their text decides. */
function noteOf(path: string, text: string) {
  const isPrivate = text.length % 3 === 0
  return parseNote({
    path: toNotePath(path) ?? ('' as never),
    text: text.replace(
      /^(?:---\n([^]*?)---\n)?/,
      (_all, front: string | undefined) => `---\n${front ?? ''}private: ${isPrivate}\n---\n`,
    ),
    facts: { size: 0, modifiedMs: 0, createdMs: 0 },
  })
}

const answers = (vault: Vault) =>
  vault.notes.map(({ path, title, links }) => ({
    path,
    title,
    links: links.map(({ target }) => target),
    ...linkAnswers(vault, path),
  }))

test('what is published of a vault that follows edits is what is published of it read anew', () => {
  let hidden = 0
  fc.assert(
    fc.property(files, fc.array(fc.tuple(edit, fc.nat(30)), { minLength: 1, maxLength: 8 }), (start, edits) => {
      const notes = [...start].filter(([path]) => isNoteFile(path)).map(([path, text]) => noteOf(path, text))
      let whole = new Vault({ notes, attachments: [] })
      let published = publishedVault(whole, () => false)
      for (const [{ path: any, text }, pick] of edits) {
        const path = pick % 5 === 0 ? any : (whole.notes[pick % whole.notes.length]?.path ?? any)
        if (!isNoteFile(path) || text === null) continue
        const before = { whole, published }
        whole = updateVault(whole, { notes: [noteOf(path, text)], removed: [] })
        published = publishedVault(whole, () => false, before)
        if (published.size < whole.size) hidden++
        const anew = publishedVault(new Vault({ notes: whole.notes, attachments: [] }), () => false)
        expectSame(answers(published), answers(anew))
      }
    }),
    { numRuns: 300 },
  )
  expect(hidden).toBeGreaterThan(100)
})
