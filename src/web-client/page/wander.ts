import { all, one } from './dom.ts'
import { addressOf, here, loadData, siteData, type SiteLinks, siteUrl } from './site-data.ts'
import { seen } from './trail.ts'

/** Makes wander links lead to an unseen note: a neighbour of this one, else any. */
export function wander(): void {
  for (const link of all<HTMLAnchorElement>('[data-wander]'))
    link.addEventListener('click', (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      void goOn(link.hash === '#wander' ? undefined : link.href)
    })
  freshOnward()
}

/** Goes to an unseen note; `otherwise` is used when the notes can't be loaded. */
export async function goOn(otherwise: string | undefined): Promise<void> {
  try {
    location.href = siteUrl(encoded(await choose()))
  } catch {
    if (otherwise !== undefined) location.href = otherwise
  }
}

async function choose(): Promise<string> {
  const [{ n }, l] = await Promise.all([siteData(), loadData<SiteLinks>('links')])
  const known = seen()
  const own = n.findIndex(([, address]) => address === here())
  const near = own < 0 ? [] : [...(l[own] ?? []), ...l.flatMap((to, from) => (to.includes(own) ? [from] : []))]
  const isFresh = (number: number): boolean => number !== own && !known.has(n[number]?.[1] ?? '')
  const fresh = near.filter(isFresh)
  const rest = fresh.length > 0 ? fresh : [...n.keys()].filter(isFresh)
  const among = rest.length > 0 ? rest : [...n.keys()].filter((number) => number !== own)
  const chosen = n[among[Math.floor(Math.random() * among.length)] ?? 0]
  if (chosen === undefined) throw new Error('no notes')
  return chosen[1]
}

function encoded(address: string): string {
  return address.split('/').map(encodeURIComponent).join('/')
}

/** When the suggested next note was seen, suggests the next unseen one of the page's links. */
function freshOnward(): void {
  const onward = one<HTMLAnchorElement>('[data-onward] a')
  const reason = one('.why')
  if (onward === undefined || reason === undefined) return
  const known = seen()
  if (!known.has(addressOf(onward) ?? '')) return
  const next = all<HTMLAnchorElement>('.text a[href]').find((link) => {
    const address = addressOf(link)
    return address !== undefined && address !== here() && !known.has(address)
  })
  if (next === undefined) return
  onward.href = next.href
  onward.textContent = next.textContent
  reason.replaceChildren(...sentenceAround(next))
}

/** The block around a link, cut to the sentence that holds it where that is plain. */
function sentenceAround(link: HTMLElement): readonly (Node | string)[] {
  const block = link.closest('p, li, td, h2, h3, dd') ?? link
  if (block.querySelector('.katex') !== null)
    return [...block.childNodes].map((node) => withoutIds(node.cloneNode(true)))
  const text = block.textContent
  const words = link.textContent
  return [text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).find((sentence) => sentence.includes(words)) ?? text]
}

function withoutIds(node: Node): Node {
  if (node instanceof Element) {
    node.removeAttribute('id')
    for (const inner of node.querySelectorAll('[id]')) inner.removeAttribute('id')
  }
  return node
}
