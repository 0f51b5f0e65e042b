import type { Address, Site } from '../../core/model/site.ts'
import type { Addresses } from '../../core/publish/addresses.ts'
import { counted } from '../../view/html/page-context.ts'

/** A page that leads from another name of a note to it. */
export interface Redirect {
  readonly from: Address
  readonly to: Address
  readonly title: string
}

/** Redirects from aliases and former paths. None replaces a page; when two notes claim a name neither gets it, and that is reported. */
export function redirectsOf(
  site: Site,
  addresses: Addresses,
  formerNames: ReadonlyMap<string, string>,
): { readonly pages: readonly Redirect[]; readonly messages: readonly string[] } {
  const claims = new Map<Address, Map<string, Redirect & { readonly name: string }>>()
  const claim = (
    name: string,
    from: Address | undefined,
    to: { path: string; address: Address; title: string },
  ): void => {
    if (from === undefined) return
    const others = claims.get(from) ?? new Map<string, Redirect & { readonly name: string }>()
    claims.set(from, others)
    others.set(to.path, { from, to: to.address, title: to.title, name })
  }
  for (const note of site.notes) for (const alias of note.aliases) claim(alias, addresses.free(alias), note)
  const noteAt = new Map(formerNames.size === 0 ? [] : site.notes.map((note) => [note.path, note]))
  for (const [former, path] of formerNames) {
    const note = noteAt.get(path)
    if (note !== undefined) claim(former, addresses.former(former), note)
  }
  const messages: string[] = []
  const pages: Redirect[] = []
  for (const claimants of claims.values()) {
    const [first, second] = claimants.values()
    if (first === undefined) continue
    if (second === undefined) pages.push({ from: first.from, to: first.to, title: first.title })
    else messages.push(`no redirect from "${first.name}": ${claimed([...claimants.keys()].sort())}`)
  }
  return { pages, messages: atMost(messages) }
}

/** Says which notes claim a name: two by their paths, and how many more. */
function claimed(paths: readonly string[]): string {
  const [first = '', second = ''] = paths
  if (paths.length === 2) return `${first} and ${second} both claim it`
  return `${first}, ${second} and ${counted(paths.length - 2, 'more note')} claim it`
}

/** Messages, of many the first and how many more there are. */
function atMost(messages: readonly string[]): readonly string[] {
  const more = messages.length - mostTold
  if (more <= 0) return messages
  return [...messages.slice(0, mostTold), `no redirect from ${counted(more, 'more name')} that several notes claim`]
}

const mostTold = 10
