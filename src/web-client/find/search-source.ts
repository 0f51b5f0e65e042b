import { siteUrl, loadData, type SiteData, siteData } from '../page/site-data.ts'
import { canFetch } from '../page/note-source.ts'
import type { NoteSource } from '../../core/search/note-source.ts'
import { type PageIndex, pageIndex } from './page-index.ts'

/** The search of a page: the same index as for the command line, built when the site was published. */
export interface PageSearch {
  readonly source: NoteSource
  readonly site: SiteData
  /** The number in the site of a note by its path. */
  readonly numberOf: (path: string) => number
  readonly summaryOf: PageIndex['summaryOf']
  readonly whenLoaded: PageIndex['whenLoaded']
  /** Whether texts were loaded since the last call. */
  readonly hasNews: () => Promise<boolean>
  /** Whether a search waits for texts, as exact words require. */
  wait: boolean
}

/** Loads the index. */
export async function pageSearch(): Promise<PageSearch> {
  const site = await siteData()
  const { notes, index, synonyms, ...page } = await pageIndex(loadData, site)
  const texts = new Map<string, string>()
  const coming = new Map<string, Promise<void>>()
  const load = (path: string): Promise<void> => {
    const known = coming.get(path)
    if (known !== undefined) return known
    const address = site.n[page.numberOf(path)]?.[1] ?? ''
    const loading = bodyOf(address).then((text) => void texts.set(path, text))
    coming.set(path, loading)
    return loading
  }
  let waited = 0
  const search: PageSearch = {
    wait: false,
    site,
    ...page,
    hasNews: async () => {
      await Promise.all(coming.values())
      const isMore = coming.size > waited
      waited = coming.size
      return isMore
    },
    source: {
      vault: { notes },
      index,
      synonyms,
      findPattern: findIn,
      ranksByTexts: false,
      readText: async (path) => {
        const loading = load(path)
        if (search.wait) await loading
        return texts.get(path) ?? ''
      },
    },
  }
  return search
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

/** Milliseconds for one regular expression over all texts. */
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
