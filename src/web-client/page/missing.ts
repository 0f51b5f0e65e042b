import { folded } from './fold.ts'
import { make, one } from './dom.ts'
import { siteData, siteUrl, summaryOf } from './site-data.ts'

/** Says which address was asked for, and names the notes whose titles are most like it. */
export function missing(): void {
  const where = one('#w\\:where')
  const list = one('.none .rows')
  if (where === undefined || list === undefined) return
  const asked = readable(location.pathname)
  where.textContent = asked
  const wanted = runs(asked.slice(asked.lastIndexOf('/') + 1).replace(/\.html?$/, ''))
  siteData().then(
    (site) => {
      const { n, t } = site
      const near = n
        .map(([title, address], number) => ({
          number,
          likeness: likeness(wanted, runs(`${title} ${address.replace(/\.html$/, '')}`)),
        }))
        .filter(({ likeness: much }) => much > 0.2)
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, 3)
      if (near.length === 0) return
      const said = one('#w\\:nearest')
      if (said !== undefined) said.textContent = 'Nearest to it:'
      list.replaceChildren(
        ...near.map(({ number }) => {
          const [title, address, topics, backlinks] = n[number] ?? ['', '', [], 0]
          const href = siteUrl(address.split('/').map(encodeURIComponent).join('/'))
          const line = make('i', { class: `ln ${t[topics[0] ?? -1]?.[1] ?? 'tx'}` })
          line.style.height = `${Math.min(74, 8 + 3 * backlinks)}px`
          const heading = make('h3', {}, make('a', { href }, title), ' ', make('small', {}, String(backlinks)))
          const about = make('p', {})
          void summaryOf(site, number).then((summary) => (about.textContent = summary))
          return make('li', {}, line, heading, about)
        }),
      )
    },
    () => undefined,
  )
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function runs(text: string): ReadonlySet<string> {
  const plain = ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  return new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)))
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const run of a) if (b.has(run)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}
