import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { foldName } from '../../../core/vault/fold.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import { item, most } from './completion-item.ts'
import { plainCount } from '../hover.ts'
import type { Subject } from '../workspace.ts'

/** Keys of front matter, and values of a key as the vault uses them. */
export function inFrontMatter(subject: Subject, offset: number, before: string): readonly CompletionItem[] {
  const { vault, text } = subject
  const key = /^([\w-]*)$/.exec(before)
  if (key !== null) {
    const typed = key[1] ?? ''
    const spot = { subject, typed, start: offset - typed.length, end: offset }
    return valuesLike(keysOf(vault), typed).map(([name, count]) =>
      item(spot, {
        label: name,
        newText: `${name}: `,
        kind: CompletionItemKind.Property,
        detail: plainCount(count, 'note'),
      }),
    )
  }
  const inline = /^([\w-]+):\s*(?:\[.*?)?([^,[\]"']*)$/.exec(before)
  const listed = /^\s*-\s+([^,[\]"']*)$/.exec(before)
  const name = inline?.[1] ?? /(?:^|\n)([\w-]+):\s*(?:\n\s*-[^\n]*)*\n[^\n]*$/.exec(text.slice(0, offset))?.[1]
  if ((inline === null && listed === null) || name === undefined) return []
  const typed = (inline?.[2] ?? listed?.[1] ?? '').trimStart()
  const spot = { subject, typed, start: offset - typed.length, end: offset }
  return valuesLike(valueCounts(vault, name), typed).map(([value, count]) =>
    item(spot, { label: value, newText: value, kind: CompletionItemKind.Value, detail: plainCount(count, 'note') }),
  )
}

type Counts = ReadonlyMap<string, number>

/** Values that begin with what was typed before those that hold it, the most used first. */
export function valuesLike(counts: Counts, typed: string): readonly (readonly [string, number])[] {
  const wanted = foldName(typed)
  const begins = (value: string): number => (foldName(value).startsWith(wanted) ? 0 : 1)
  return [...counts]
    .filter(([value]) => value !== typed && foldName(value).includes(wanted))
    .sort(([a, m], [b, n]) => begins(a) - begins(b) || n - m || (a < b ? -1 : 1))
    .slice(0, most)
}

function keysOf(vault: Vault): Counts {
  return tally(vault.notes.flatMap(({ metadata }) => Object.keys(metadata)))
}

export function valueCounts(vault: Vault, key: string): Counts {
  if (key === 'tags' || key === 'tag') return tally(vault.notes.flatMap(({ tags }) => tags))
  if (key === 'topics' || key === 'topic') return tally(vault.notes.flatMap(({ topics }) => topics))
  return tally(
    vault.notes.flatMap(({ metadata }) => {
      const value = metadata[key]
      const values: readonly unknown[] = Array.isArray(value) ? value : [value]
      return values.filter((one) => ['string', 'number', 'boolean'].includes(typeof one)).map(String)
    }),
  )
}

function tally(values: readonly string[]): Counts {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
