import type { Resolution } from '../../core/model/resolution.ts'
import type { KeptPages } from '../../io/cache/kept-pages.ts'
import type { WrittenLink } from '../../view/render/render-options.ts'

/** A rendered page, and messages about what could not be rendered. */
export interface RenderedPage {
  readonly text: string
  readonly warnings: readonly string[]
}

type Resolve = (link: WrittenLink) => Resolution

/** The cache entry of a page. */
export interface PageKeeper {
  readonly kept: KeptPages
  /** The name of the entry; a page with the same name replaces it. */
  readonly name: readonly (string | number | boolean)[]
  /** Everything that the page depends on, except where its links lead. */
  readonly facts: unknown
  readonly resolve: Resolve
}

/** The page with the links that were resolved for it, each with its resolution as JSON. */
interface KeptPage extends RenderedPage {
  readonly answers: readonly (readonly [WrittenLink, string])[]
}

/**
 * A cached page, if everything it depends on is the same and its links still lead where they did; otherwise it is rendered, with the given
 * resolver, and cached.
 */
export async function keepPage(
  { kept, name, facts, resolve }: PageKeeper,
  render: (resolve: Resolve) => Promise<RenderedPage>,
): Promise<RenderedPage> {
  const made = JSON.stringify(facts)
  const slot = JSON.stringify(name)
  const before = readPage(kept.read(slot), made)
  if (before?.answers.every(([link, answer]) => JSON.stringify(resolve(link)) === answer)) return before
  const answers: [WrittenLink, string][] = []
  const page = await render((link) => {
    const resolution = resolve(link)
    answers.push([link, JSON.stringify(resolution)])
    return resolution
  })
  kept.keep(slot, `${made}\n${JSON.stringify({ ...page, answers } satisfies KeptPage)}`)
  return page
}

/** The checksum of the file was verified, so the JSON after the facts is as `keepPage` wrote it. */
function readPage(text: string | undefined, made: string): KeptPage | undefined {
  if (text?.startsWith(`${made}\n`) !== true) return undefined
  return JSON.parse(text.slice(made.length + 1)) as KeptPage
}
