import { atNote, perNote, type Rule } from './rule.ts'

/** An alias that several notes claim: a link by it could mean any of them. */
export const duplicateAlias: Rule = {
  severity: 'warning',
  summary: 'An alias that several notes claim',
  find: perNote((note, { vault }) =>
    note.aliases.flatMap((alias) => {
      const others = (vault.index.names.withAlias(alias) ?? []).filter((path) => path !== note.path)
      if (others.length === 0) return []
      return [atNote(note, `the alias "${alias}" is also an alias of ${others.slice(0, 3).join(', ')}`)]
    }),
  ),
}
