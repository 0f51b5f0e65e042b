import { keepVisit, readVisit } from './settings.ts'
import { type SummaryData, summaryPlace } from './summary-place.ts'

/** The notes of the site as `wend/notes.js` tells them; by number (servers/web/notes-data.ts). */
export interface SiteData {
  /** Names and classes of topics. */
  readonly t: readonly (readonly [name: string, marks: string])[]
  readonly n: readonly (readonly [
    title: string,
    address: string,
    topics: readonly number[],
    backlinks: number,
    written?: string,
  ])[]
  /** How many summaries are in one file. */
  readonly p: number
}

/** Numbers of the notes that each links to. */
export type SiteLinks = readonly (readonly number[])[]

/** What was loaded, for all scripts of a page: each is bundled by itself. */
interface Loaded {
  readonly arrived: Map<string, { readonly data: unknown; readonly state: string }>
  readonly waiting: Map<string, Promise<void>>
}

declare global {
  interface Window {
    wendLoaded?: Loaded
    /** Called by data scripts. */
    wendData?: (name: string, data: unknown, state: string) => void
  }
}

const { arrived, waiting } = (window.wendLoaded ??= { arrived: new Map(), waiting: new Map() })
window.wendData ??= (name, data, state) => void arrived.set(name, { data, state })

/** The address of a file of the site. */
export function siteUrl(path: string): string {
  return new URL(`${document.body.dataset['root'] ?? ''}${path}`, document.baseURI).href
}

/** Loads a script of the site, once: pages opened from a file can fetch nothing else. */
export function loadScript(path: string): Promise<void> {
  const known = waiting.get(path)
  if (known !== undefined) return known
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = siteUrl(path)
    script.onload = () => resolve()
    script.onerror = () => {
      waiting.delete(path)
      reject(new Error(`${path} could not be loaded`))
    }
    document.head.append(script)
  })
  waiting.set(path, loading)
  return loading
}

/**
 * The data passed by a data script, for the requested state; the page's own state knows the numbers of its notes. The state is part of the
 * address, so that the browser does not use a cached file of an earlier publication. If the site has a later one, the page is reloaded.
 */
export async function loadData<T>(name: string, state = document.body.dataset['numbering'] ?? ''): Promise<T> {
  await loadScript(`wend/${name}.js?${state}${readVisit('later')}`)
  const { data, state: told } = arrived.get(name) ?? {}
  if (told !== state) await readAnew(`-${told}`)
  return data as T
}

/** Reloads the page, whose data belongs to a later state; fails when that was done before. */
function readAnew(later: string): Promise<never> {
  if (readVisit('later') === later || !keepVisit('later', later))
    return Promise.reject(new Error('the page and its data are of two states'))
  location.reload()
  return new Promise(() => undefined)
}

/** The notes of the site. */
export function siteData(): Promise<SiteData> {
  return loadData<SiteData>('notes')
}

/** The summary of a note; empty when it has none or it could not be loaded. */
export async function summaryOf(site: SiteData, number: number): Promise<string> {
  const { file, at } = summaryPlace(site.p, number)
  const summaries = await loadData<readonly SummaryData[]>(file).catch(() => [])
  return [summaries[at] ?? ''].flat()[0] ?? ''
}

/** The address of the note of this page inside the site; undefined on other pages. */
export function here(): string | undefined {
  return document.body.dataset['here']
}

/** The href of a note of the site. */
export function hrefOf(address: string): string {
  return siteUrl(address.split('/').map(encodeURIComponent).join('/'))
}

/** The address inside the site that a link leads to, without its fragment; undefined for what is no page of it. */
export function addressOf(link: HTMLAnchorElement): string | undefined {
  const root = new URL(siteUrl('.'))
  if (!URL.canParse(link.href)) return undefined
  const url = new URL(link.href)
  if (url.origin !== root.origin || url.protocol !== root.protocol || !url.pathname.startsWith(root.pathname))
    return undefined
  const path = url.pathname.slice(root.pathname.length)
  if (!path.endsWith('.html') || path === 'index.html' || path === '404.html') return undefined
  try {
    return path.split('/').map(decodeURIComponent).join('/')
  } catch {
    return undefined
  }
}
