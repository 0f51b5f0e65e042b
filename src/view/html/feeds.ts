import type { Address, Site, SiteNote } from '../../core/model/site.ts'
import { absoluteUrl, hrefFrom } from '../../core/model/site-href.ts'
import { neutralise } from '../neutralise.ts'

/** How many notes a feed holds. */
const fed = 30

/** Whether a site has a feed: its links are absolute, so not without a base, nor where no note has a date. */
export function hasFeed({ base, notes }: Site): boolean {
  return base !== undefined && notes.some(({ edited }) => edited !== undefined)
}

/** The notes edited last as an Atom feed (RFC 4287) of a site that has one. */
export function atomFeed(site: Site): string {
  const { base = '' } = site
  const latest = [...site.notes]
    .filter(({ edited }) => edited !== undefined)
    .sort((a, b) => ((a.edited ?? '') < (b.edited ?? '') ? 1 : (a.edited ?? '') > (b.edited ?? '') ? -1 : 0))
    .slice(0, fed)
  const entry = (note: SiteNote): string => {
    const url = escapeXml(absoluteUrl(base, note.address))
    const { summary: written, shownSummary: told = written } = note
    const summary = told === undefined ? '' : `<summary>${escapeXml(told)}</summary>`
    const published = note.created === undefined ? '' : `<published>${instant(note.created)}</published>`
    return `<entry><title>${escapeXml(note.title)}</title><id>${url}</id><link href="${url}"/>${published}<updated>${instant(note.edited ?? '')}</updated>${summary}</entry>\n`
  }
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${escapeXml(site.title)}</title>
<id>${escapeXml(base)}</id>
<link href="${escapeXml(base)}"/>
<link rel="self" href="${escapeXml(absoluteUrl(base, 'feed.xml'))}"/>
<author><name>${escapeXml(site.title)}</name></author>
<updated>${instant(latest[0]?.edited ?? '')}</updated>
${latest.map(entry).join('')}</feed>
`
}

/** A sitemap (sitemaps.org 0.9) of a site whose base is known: its addresses are absolute. */
export function sitemap(site: Site): string {
  const { base = '' } = site
  const entry = (address: Address, edited?: string): string =>
    `<url><loc>${escapeXml(absoluteUrl(base, address))}</loc>${edited === undefined ? '' : `<lastmod>${edited.slice(0, 10)}</lastmod>`}</url>\n`
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entry('index.html')}${site.notes.map(({ address, edited }) => entry(address, edited)).join('')}</urlset>
`
}

/** `robots.txt`: everything may be read. */
export function robots(site: Site): string {
  const map = site.base === undefined ? '' : `Sitemap: ${absoluteUrl(site.base, 'sitemap.xml')}\n`
  return `User-agent: *\nAllow: /\n${map}`
}

/** `llms.txt` (llmstxt.org): the notes' markdown with their summaries, by topic. What is not seen is shown: agents read it, and terminals. */
export function llmsText(site: Site, introduction: string): string {
  const to = (address: Address): string =>
    site.base === undefined ? hrefFrom('llms.txt', address) : absoluteUrl(site.base, address)
  const line = (note: SiteNote): string =>
    `- [${(note.written ?? note.title).replace(/[[\]]/g, '\\$&')}](${to(note.source)})${note.summary === undefined ? '' : `: ${note.summary}`}`
  // A note of several topics stands under its first.
  const under = new Map<number | undefined, SiteNote[]>()
  for (const note of site.notes) {
    const list = under.get(note.topics[0])
    if (list === undefined) under.set(note.topics[0], [note])
    else list.push(note)
  }
  const parts = site.topics.flatMap(({ name }, topic) => {
    const notes = under.get(topic) ?? []
    return notes.length === 0 ? [] : [`## ${name}\n\n${notes.map(line).join('\n')}\n`]
  })
  const alone = under.get(undefined) ?? []
  const rest =
    alone.length === 0 ? [] : [`## ${parts.length === 0 ? 'Notes' : 'Other notes'}\n\n${alone.map(line).join('\n')}\n`]
  const text = `# ${site.title}\n\n> ${introduction.replace(/\s*\n\s*/g, ' ')}\n\n${[...parts, ...rest].join('\n')}`
  return neutralise(text)
}

/** What `index.json` holds (docs/publish.md): the notes with their addresses, topics, dates and links. */
export function indexData(site: Site): unknown {
  return {
    title: site.title,
    topics: site.topics.map(({ name, notes }) => ({ name, count: notes.length })),
    notes: site.notes.map((note) => ({
      title: note.written ?? note.title,
      ...(note.summary === undefined ? {} : { summary: note.summary }),
      address: note.address,
      markdown: note.source,
      topics: note.topics.flatMap((topic) => site.topics[topic]?.name ?? []),
      aliases: note.aliases,
      ...(note.created === undefined ? {} : { created: note.created }),
      ...(note.edited === undefined ? {} : { edited: note.edited }),
      words: note.words,
      backlinks: note.backlinks,
      links: note.linksTo.flatMap((to) => site.notes[to]?.address ?? []),
    })),
  }
}

/** Text for XML 1.0: escaped, without characters that no document may hold. */
function escapeXml(text: string): string {
  return text
    .replace(
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A date of a note as RFC 3339 requires; when its time is invalid, only the day. */
function instant(date: string): string {
  const [, year = '1970', month = '01', day = '01', time] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(.+))?/.exec(date) ?? []
  const clock = /^((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(?:\.\d+)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/.exec(time ?? '')
  return `${year}-${month}-${day}T${clock?.[1] ?? '00:00'}${clock?.[2] ?? ':00'}${clock?.[3] ?? 'Z'}`
}
