import type { Heading, Note } from '../../core/model/note.ts'
import { toNotePath } from '../../core/model/note-path.ts'
import { decodeSegment, type PostingsData, type SegmentData } from '../../core/publish/segment-data.ts'
import { SearchIndex } from '../../core/search/index/search-index.ts'
import { letterMask } from '../../core/search/index/segment.ts'
import type { SiteData } from '../page/site-data.ts'
import { type SummaryData, summaryPlace } from '../page/summary-place.ts'

/** The data of a note besides title and summary. */
type NoteRow = readonly [
  number: number,
  path: string,
  aliases: readonly string[],
  tags: readonly string[],
  keywords: readonly string[],
  headings: readonly string[],
]

/** The content of `wend/search.js` (made by servers/web/search-data.ts). */
interface SearchData {
  readonly segment: SegmentData
  readonly synonyms: readonly (readonly string[])[]
  /** How many notes are in a piece. */
  readonly perPiece: number
  /** Pieces, where they are not in files of their own. */
  readonly postings: readonly PostingsData[]
  readonly rows: readonly (readonly NoteRow[])[]
  /** The state of each piece in a file of its own that belongs to this index. */
  readonly states: Readonly<Record<string, string>>
}

/** Thrown when a query needs a piece of the index that is not here yet. */
class NotLoaded extends Error {
  readonly file: string
  constructor(file: string) {
    super(`${file} is not loaded`)
    this.file = file
  }
}

/** The index of the command line, as stored in a site: pieces of it are loaded when a query needs them. */
export interface PageIndex {
  readonly notes: readonly Note[]
  readonly index: SearchIndex
  readonly synonyms: readonly (readonly string[])[]
  /** The number in the site of a note by its path. */
  readonly numberOf: (path: string) => number
  /** The summary of a note as it is shown, by its path. */
  readonly summaryOf: (path: string) => string
  /** Does some work, and repeats it each time a piece that it lacked is loaded. */
  readonly whenLoaded: <T>(work: () => Promise<T>) => Promise<T>
}

/** From this many missing pieces on all are loaded: the query concerns every note. */
const fewPieces = 4

/** Loads the index; `load` gives the content of a data file of the site, in the page's state or another. */
export async function pageIndex(
  load: (name: string, state?: string) => Promise<unknown>,
  site: SiteData,
): Promise<PageIndex> {
  const data = (await load('search')) as SearchData
  const pieces = new Map<string, unknown>()
  for (const [piece, postings] of data.postings.entries()) pieces.set(`postings-${piece}`, postings)
  for (const [piece, rows] of data.rows.entries()) pieces.set(`fields-${piece}`, rows)
  const piece = <T>(file: string): T => {
    if (!pieces.has(file)) throw new NotLoaded(file)
    return pieces.get(file) as T
  }
  const numbers = new Map<string, number>()
  const summaries = new Map<string, string>()
  const made: Note[] = []
  const noteAt = (at: number): Note => {
    const known = made[at]
    if (known !== undefined) return known
    const row = piece<readonly NoteRow[]>(`fields-${Math.floor(at / data.perPiece)}`)[at % data.perPiece]
    const number = row?.[0] ?? 0
    const place = summaryPlace(site.p, number)
    const [shown = '', written = shown] = [piece<readonly SummaryData[]>(place.file)[place.at] ?? ''].flat()
    const note = noteOf(row ?? [0, '', [], [], [], []], written, site)
    numbers.set(note.path, number)
    summaries.set(note.path, shown)
    made[at] = note
    return note
  }
  const segment = decodeSegment(data.segment, letterMask, (number) => piece<PostingsData>(`postings-${number}`))
  const count = segment.size
  const all = (family: string, perPiece: number): readonly string[] =>
    Array.from({ length: Math.ceil(count / perPiece) }, (_, at) => `${family}-${at}`)
  const everyNote = [...all('fields', data.perPiece), ...all('about', site.p)]
  const fetchPieces = (files: readonly string[]): Promise<unknown> =>
    Promise.all(files.map(async (file) => pieces.has(file) || pieces.set(file, await load(file, data.states[file]))))
  return {
    notes: Array.from({ length: count }, (_, at) => laterNote(() => noteAt(at))),
    index: new SearchIndex(count, [{ segment }]),
    synonyms: data.synonyms,
    numberOf: (path) => numbers.get(path) ?? 0,
    summaryOf: (path) => summaries.get(path) ?? '',
    whenLoaded: async (work) => {
      for (let asked = 0; ;)
        try {
          return await work()
        } catch (error) {
          if (!(error instanceof NotLoaded)) throw error
          const isOfNotes = /^(?:fields|about)-/.test(error.file)
          if (isOfNotes) asked++
          await fetchPieces(isOfNotes && asked > fewPieces ? everyNote : [error.file])
        }
    },
  }
}

/** A note whose data is decoded when first needed. */
function laterNote(make: () => Note): Note {
  return new Proxy({} as Note, { get: (_, key) => Reflect.get(make(), key) as unknown })
}

function noteOf([number, path, aliases, tags, keywords, headings]: NoteRow, summary: string, site: SiteData): Note {
  const [title = '', , topics = [], , written = title] = site.n[number] ?? []
  const nowhere = { start: 0, end: 0 }
  return {
    path: toNotePath(path) ?? ('' as Note['path']),
    title: written,
    titleSource: 'front-matter',
    ...(summary === '' ? {} : { summary }),
    aliases,
    topics: topics.flatMap((topic) => site.t[topic]?.[0] ?? []),
    tags,
    created: '',
    modified: '',
    words: 0,
    metadata: keywords.length === 0 ? {} : { keywords },
    bodyStart: 0,
    headings: headings.map((text): Heading => ({
      level: 2,
      text,
      slug: '',
      line: 1,
      column: 1,
      span: nowhere,
      textSpan: nowhere,
    })),
    blocks: [],
    inlineTags: [],
    anchors: [],
    links: [],
    definitions: [],
    footnotes: [],
    problems: [],
    file: { size: 0, modifiedMs: 0, createdMs: 0 },
  }
}
