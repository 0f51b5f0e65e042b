import type { Resolution } from '../../core/model/resolution.ts'
import type { KeptPages } from '../../io/cache/kept-pages.ts'
import type { WrittenLink } from '../../view/render/render-options.ts'

/** A rendered page, and what could not be rendered of it. */
export interface RenderedPage {
  readonly text: string
  readonly warnings: readonly string[]
}

type Resolve = (link: WrittenLink) => Resolution

/** What a page is kept by. */
export interface PageKeeper {
  readonly kept: KeptPages
  /** Names the page; what has the same name replaces it. */
  readonly name: readonly (string | number | boolean)[]
  /** All that the page is made of, save where its links lead. */
  readonly facts: unknown
  readonly resolve: Resolve
}

/** The answers of the vault that a page was made with, each link and its resolution as JSON, and the page. */
interface KeptPage extends RenderedPage {
  readonly answers: readonly (readonly [WrittenLink, string])[]
}

/**
 * A page as it was rendered before, if all it was made of is the same and its links lead where they led then; else it is
 * rendered, with the resolver it must use, and kept.
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

/** The file's checksum has vouched for its bytes, so what follows the facts was written by `keepPage`. */
function readPage(text: string | undefined, made: string): KeptPage | undefined {
  if (text?.startsWith(`${made}\n`) !== true) return undefined
  return JSON.parse(text.slice(made.length + 1)) as KeptPage
}
