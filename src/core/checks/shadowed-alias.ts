import { fileStem, type NotePath } from '../model/note-path.ts'
import { foldName } from '../vault/fold.ts'
import type { Vault } from '../vault/vault.ts'
import { atNote, perNote, type Rule } from './rule.ts'

/** An alias that is another note's file name or title: those come first, so the alias never leads here. */
export const shadowedAlias: Rule = {
  severity: 'warning',
  summary: "An alias that is another note's file name or title, so it never leads to its note",
  find: perNote((note, { vault }) =>
    note.aliases.flatMap((alias) => {
      const [winner] = winnersOver(vault, alias)
      if (winner === undefined || winner === note.path || ownName(note.path, note.title, alias)) return []
      return [atNote(note, `the alias "${alias}" never leads here: it is the name of ${winner}`)]
    }),
  ),
}

function winnersOver(vault: Vault, alias: string): readonly NotePath[] {
  return vault.index.notesByStem.endingWith(alias)?.paths ?? vault.index.names.withTitle(alias) ?? []
}

function ownName(path: NotePath, title: string, alias: string): boolean {
  return foldName(fileStem(path)) === foldName(alias) || foldName(title) === foldName(alias)
}
