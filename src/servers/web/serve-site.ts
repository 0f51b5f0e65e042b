import type { Vault } from '../../core/vault/vault.ts'
import { growSlowly } from '../grow-slowly.ts'
import { SiteBuild } from './site-build.ts'
import type { SiteInputs } from './site-inputs.ts'
import { type ServerPlace, WebServer } from './web-server.ts'

/** What a live site is made of. */
export interface LiveSite {
  readonly inputs: SiteInputs
  readonly place: ServerPlace
  /** Tells of each later state of the vault. */
  readonly watch: (tell: (vault: Vault) => void) => Promise<{ readonly close: () => void }>
}

/** A site that is served and follows its notes. */
export interface RunningSite {
  readonly url: string
  readonly build: () => SiteBuild
  readonly close: () => void
}

/** Serves a site until it is closed: pages are made when they are asked for, from the notes as they are then. */
export async function serveSite({ inputs, place, watch }: LiveSite): Promise<RunningSite> {
  growSlowly(100)
  let vault = inputs.vault
  // Another run of the program has other numbers: a page that was left open is read anew.
  let version = Date.now()
  let built: SiteBuild | undefined
  let before: SiteBuild | undefined
  let topics = inputs.formerTopics
  const build = (): SiteBuild => {
    built ??= new SiteBuild({ ...inputs, vault, version, formerTopics: topics }, before)
    before = built
    // A new note moves no colour while the site is open.
    topics = built.site.topics.map(({ name }) => name)
    return built
  }
  const server = new WebServer({ file: (address) => build().file(address), version: () => version })
  const url = await server.listen(place)
  const watching = await watch((now) => {
    vault = now
    built = undefined
    version++
    server.changed()
    // The open pages ask for themselves in a moment: meanwhile what they show is made.
    setImmediate(() => buildAhead(build))
  })
  return {
    url,
    build,
    close: () => {
      watching.close()
      server.close()
    },
  }
}

/** What goes wrong is told to the page that asks. */
function buildAhead(build: () => SiteBuild): void {
  try {
    build()
  } catch {
    return
  }
}
