import { fileStem } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import type { SearchHit, SearchMatch } from '../../model/report.ts'
import { placesApart, prosePlaces } from '../../parse/prose/prose-places.ts'
import type { Vault } from '../../vault/vault.ts'
import { stopWords } from '../../search/words/stop-words.ts'
import { wordsIn } from '../../search/words/words-in.ts'
import { asWritten } from '../../search/written-patterns.ts'
import { lineStart } from '../../model/line-ends.ts'

/**
 * The lines of other notes that contain a name of the note without linking to it, each line once; notes that never link to it come first.
 * The result is read by people, so plurals, hyphens and parts of a title match too; `findMentions`, whose matches may become links, takes
 * the name only.
 */
export async function linesNaming(
  vault: Vault,
  note: Note,
  readText: (path: string) => Promise<string>,
): Promise<readonly SearchHit[]> {
  const names = mentionedNames(note)
  if (names.length === 0) return []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(namePattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const linking = new Set<string>(vault.linksTo(note.path).map(({ from }) => from.path))
  const hits: SearchHit[] = []
  for (const other of vault.notes) {
    if (other.path === note.path) continue
    const matches = mentionsIn(other, await readText(other.path), pattern)
    if (matches.length > 0) hits.push(toHit(other, matches, linking.has(other.path)))
  }
  return hits.sort((a, b) => b.score - a.score)
}

/** The longest name looked for, in characters, and how many names at most. */
const [longestName, mostNames] = [200, 200]

/** The names under which a note may be mentioned, without those that are too short or too common. */
function mentionedNames({ title, aliases, path, titleSource }: Note): readonly string[] {
  const parts = title.split(/\s[-–—]\s|[()]/).map((part) => part.trim())
  const stem = titleSource === 'file' ? [] : [fileStem(path).replaceAll(/[-_]/g, ' ')]
  const names = [title, ...(parts.length > 1 ? parts : []), ...aliases, ...stem]
  return [...new Set(names.map((name) => name.trim()))]
    .filter(
      (name) =>
        name.length > 2 &&
        name.length <= longestName &&
        wordsIn(name).some((word) => !stopWords.has(word.text) && word.text.length > 1),
    )
    .slice(0, mostNames)
    .sort((a, b) => b.length - a.length)
}

/** A pattern for a name with any space or hyphen between its words, in the singular or plural; all else is literal. */
function namePattern(name: string): string {
  const words = name.split(/[\s-]+/).map(asWritten)
  return `${words.join('[ \\t-]{1,3}')}(?:e?s)?`
}

function mentionsIn(note: Note, text: string, pattern: RegExp): readonly SearchMatch[] {
  const places = [...text.matchAll(pattern)]
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    .filter(({ start }) => start >= note.bodyStart)
  // Links and headings are left out: those are about the note that holds them.
  const taken = [...note.links, ...note.headings].map(({ span }) => span)
  const byLine = new Map<number, { readonly start: number; readonly end: number }[]>()
  let [first, next] = [0, 0]
  for (const place of prosePlaces(text, note, placesApart(taken, places))) {
    if (place.start >= next) [first, next] = lineAround(text, place.start)
    const ofLine = byLine.get(first)
    if (ofLine === undefined) byLine.set(first, [place])
    else ofLine.push(place)
  }
  let [line, counted] = [1, 0]
  return [...byLine].map(([from, found]) => {
    line += text.slice(counted, from).split('\n').length - 1
    counted = from
    const end = text.indexOf('\n', from)
    return {
      field: 'body',
      line,
      text: text.slice(from, end < 0 ? text.length : end).slice(0, 2000),
      ranges: found.map(({ start, end: to }) => [start - from, to - from] as const).filter(([, to]) => to <= 2000),
    }
  })
}

/** Where the line that holds an offset starts, and where the next one does. */
function lineAround(text: string, offset: number): [start: number, end: number] {
  const feed = text.indexOf('\n', offset)
  return [lineStart(text, offset), feed < 0 ? text.length : feed + 1]
}

function toHit(note: Note, matches: readonly SearchMatch[], linked: boolean): SearchHit {
  return {
    path: note.path,
    title: note.title,
    ...(note.summary === undefined ? {} : { summary: note.summary }),
    topics: note.topics,
    score: linked ? 50 : 100,
    matches,
    ...(linked ? { reasons: ['links to it elsewhere'] } : {}),
  }
}
