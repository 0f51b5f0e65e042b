import type { Address } from '../../core/model/site.ts'
import { absoluteUrl, hrefFrom } from '../../core/model/site-href.ts'
import { readAsset, readAssetNames } from '../../io/files/read-asset.ts'
import { Html } from '../../view/html/html.ts'
import { singleDocument } from '../../view/html/pages/single-document.ts'
import { singleStyle } from '../../view/html/single-style.ts'
import { contentType } from './content-type.ts'
import type { SiteBuild } from './site-build.ts'

/** A self-contained page, and messages about what it leaves out. */
export interface SinglePage {
  readonly text: string
  readonly messages: readonly string[]
}

/**
 * A note of a site, or a part of it, as one document including style, pictures and fonts. Links to other notes lead to the published site
 * when its address is known; otherwise they become plain text.
 */
export async function singlePage(build: SiteBuild, number: number, anchor?: string): Promise<SinglePage> {
  const { site } = build
  const note = site.notes[number]
  const alone = await build.noteAlone(number, anchor)
  if (note === undefined || alone === undefined) return { text: '', messages: [] }
  const left = new Set<string>()
  const settled = (markup: string): string => withoutNeighbours(build, note.address, { markup, left })
  const { markup, tooMuch, unread } = await withData(settled(alone.body.markup), build, note.address)
  const text = singleDocument(site.language, style(markup), {
    ...alone,
    body: { ...alone.body, markup },
    references: alone.references.map((one) => new Html(settled(one.markup))),
  })
  const messages = [
    ...[...left].map((name) => `${name} is not in it: only pictures, sounds and films are`),
    ...[...unread].map(
      (name) => `${name} is not in it: it is empty, larger than ${largestFile / 1e6} MB or can not be read`,
    ),
    ...[...tooMuch].map((name) => `${name} is not everywhere in it: of files it holds ${mostData / 1e6} MB at most`),
  ]
  return { text, messages }
}

const anchors = /<a\b[^>]*?\shref="([^"]*)"[^>]*>(.*?)<\/a>/gs

/** The markup with links to other files of the site made absolute, or turned into text; links that are lost are added to `left`. */
function withoutNeighbours(
  { site, files }: SiteBuild,
  page: Address,
  { markup, left }: { readonly markup: string; readonly left: Set<string> },
): string {
  return markup.replace(anchors, (whole, href: string, words: string) => {
    if (/^(?:#|[a-z][a-z\d+.-]*:)/i.test(href)) return whole
    if (site.base !== undefined) {
      const url = new URL(href, absoluteUrl(site.base, page)).href
      return whole.replace(`href="${href}"`, () => `href="${url}"`)
    }
    const file = [...files.keys()].find((address) => hrefFrom(page, address) === href)
    if (file !== undefined && !file.endsWith('.html')) left.add(file)
    return words
  })
}

function style(markup: string): string {
  const css = readAsset(readAssetNames()['style.css'] ?? 'style.css').toString('utf8')
  return singleStyle(css, markup, (name) => readAsset(name).toString('base64'))
}

const source = /(<(?:img|audio|video)\b[^>]*?\ssrc=")([^"#]*)(")/g

/** How many characters of embedded data a page may have: a file shown a thousand times is embedded as often. */
const mostData = 100_000_000

/** The largest file that fits into a page, in bytes; larger ones are not read. */
export const largestFile = (mostData / 4) * 3

/** The markup with the files that it shows as data in place of their addresses, as far as there is room. */
async function withData(
  markup: string,
  build: SiteBuild,
  page: Address,
): Promise<{ readonly markup: string; readonly tooMuch: ReadonlySet<string>; readonly unread: ReadonlySet<string> }> {
  const [tooMuch, unread] = [new Set<string>(), new Set<string>()]
  const asked = new Set([...markup.matchAll(source)].map(([, , href = '']) => href))
  if (asked.size === 0) return { markup, tooMuch, unread }
  const data = new Map<string, string>()
  let read = 0
  for (const [address, file] of build.files) {
    const href = hrefFrom(page, address)
    if (!asked.has(href)) continue
    if (read >= largestFile) {
      tooMuch.add(href)
      continue
    }
    const bytes = await file()
    read += bytes.length
    if (bytes.length === 0) unread.add(href)
    else data.set(href, `data:${contentType(address)};base64,${Buffer.from(bytes).toString('base64')}`)
  }
  let room = mostData
  const filled = markup.replace(source, (all, before: string, href: string, after: string) => {
    const found = data.get(href)
    if (found === undefined) return all
    if (found.length > room) {
      tooMuch.add(href)
      return all
    }
    room -= found.length
    return `${before}${found}${after}`
  })
  return { markup: filled, tooMuch, unread }
}
