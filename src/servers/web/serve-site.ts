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

/** Serves a site until it is closed: pages are made on request from the present notes. */
export async function serveSite({ inputs, place, watch }: LiveSite): Promise<RunningSite> {
  growSlowly(100)
  let vault = inputs.vault
  // Starts at the time, so that another run of the program has other numbers and an open page is reloaded.
  let version = Date.now()
  let built: SiteBuild | undefined
  let before: SiteBuild | undefined
  let topics = inputs.formerTopics
  const build = (): SiteBuild => {
    built ??= new SiteBuild({ ...inputs, vault, version, formerTopics: topics }, before)
    before = built
    // Topics keep their order, so that a new note changes no colour while the site is open.
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
    // Open pages will request themselves in a moment; until then what they show is made ahead.
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

/** Makes pages ahead; an error is shown by the page that needs them. */
function buildAhead(build: () => SiteBuild): void {
  try {
    build()
  } catch {
    return
  }
}
