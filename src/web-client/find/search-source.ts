import type { Heading, Note } from '../../core/model/note.ts'
import { toNotePath } from '../../core/model/note-path.ts'
import { decodeSegment, type SegmentData } from '../../core/publish/segment-data.ts'
import { SearchIndex } from '../../core/search/index/search-index.ts'
import { letterMask } from '../../core/search/index/segment.ts'
import type { NoteSource } from '../../core/search/search-notes.ts'
import { canFetch } from '../page/note-source.ts'
import { loadData, type SiteData, siteData, siteUrl } from '../page/site-data.ts'

/** What `wend/search.js` tells (servers/web/search-data.ts). */
interface SearchData {
  readonly segment: SegmentData
  readonly synonyms: readonly (readonly string[])[]
  readonly notes: readonly (readonly [
    number: number,
    path: string,
    aliases: readonly string[],
    tags: readonly string[],
    keywords: readonly string[],
    headings: readonly string[],
  ])[]
}

/** What the search of a page asks: the index that the command line asks, made when the site was published. */
export interface PageSearch {
  readonly source: NoteSource
  readonly site: SiteData
  /** The number in the site of a note by its path. */
  readonly numberOf: (path: string) => number
  /** Whether texts came in since this was asked last. */
  readonly hasNews: () => Promise<boolean>
  /** Whether texts are waited for, as exact words need them. */
  wait: boolean
}

/** Loads the index. */
export async function pageSearch(): Promise<PageSearch> {
  const [site, data] = await Promise.all([siteData(), loadData<SearchData>('search')])
  const notes = data.notes.map((row) => noteOf(row, site))
  const numbers = new Map(data.notes.map(([number, path]) => [path, number]))
  const index = new SearchIndex(notes.length, [{ segment: decodeSegment(data.segment, letterMask) }])
  const texts = new Map<string, string>()
  const coming = new Map<string, Promise<void>>()
  const load = (path: string): Promise<void> => {
    const known = coming.get(path)
    if (known !== undefined) return known
    const address = site.n[numbers.get(path) ?? 0]?.[1] ?? ''
    const loading = bodyOf(address).then((text) => void texts.set(path, text))
    coming.set(path, loading)
    return loading
  }
  let waited = 0
  const search: PageSearch = {
    wait: false,
    site,
    numberOf: (path) => numbers.get(path) ?? 0,
    hasNews: async () => {
      await Promise.all(coming.values())
      const isMore = coming.size > waited
      waited = coming.size
      return isMore
    },
    source: {
      vault: { notes },
      index,
      synonyms: data.synonyms,
      findPattern: findIn,
      readText: async (path) => {
        const loading = load(path)
        if (search.wait) await loading
        return texts.get(path) ?? ''
      },
    },
  }
  return search
}

function noteOf([number, path, aliases, tags, keywords, headings]: SearchData['notes'][number], site: SiteData): Note {
  const [title = '', , topics = []] = site.n[number] ?? []
  const nowhere = { start: 0, end: 0 }
  const summary = site.s[number] ?? ''
  return {
    path: toNotePath(path) ?? ('' as Note['path']),
    title,
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

/** The markdown of a note without the title and the summary before it; nothing where it can't be fetched. */
async function bodyOf(address: string): Promise<string> {
  if (!canFetch()) return ''
  try {
    const answer = await fetch(
      siteUrl(
        address
          .replace(/\.html$/, '.md')
          .split('/')
          .map(encodeURIComponent)
          .join('/'),
      ),
    )
    return answer.ok ? (await answer.text()).replace(/^# .*\n\n(?:> .*\n\n)?/, '') : ''
  } catch {
    return ''
  }
}

/** Milliseconds that one regular expression may take in all texts. */
const deadline = 700

/** As the command line finds them: line by line, at most 20 ranges a text; undefined when the time is up. */
const findIn: NoteSource['findPattern'] = async ({ source, flags }, texts) => {
  const pattern = new RegExp(source, `${flags.replace(/[gm]/g, '')}gm`)
  const start = performance.now()
  const found: [number, number][][] = []
  for (const text of texts) {
    if (performance.now() - start > deadline) return undefined
    found.push([...text.matchAll(pattern)].slice(0, 20).map((match) => [match.index, match.index + match[0].length]))
  }
  return found
}
