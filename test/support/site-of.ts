import { readFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readVault } from '../../src/io/vault/read-vault.ts'
import { readAttachment } from '../../src/io/publish/read-attachment.ts'
import { SiteBuild } from '../../src/servers/web/site-build.ts'
import type { SiteInputs } from '../../src/servers/web/site-inputs.ts'
import { makeVault } from './make-vault.ts'

/** A site made of these files; the folder of its vault is `root`. */
export function siteOf(
  files: Readonly<Record<string, string | Buffer>>,
  more: Partial<SiteInputs> & { readonly base?: string } = {},
): SiteBuild & { readonly root: string } {
  const root = makeVault(files)
  return Object.assign(siteIn(root, more), { root })
}

/** The site of a folder of notes. */
export function siteIn(
  root: string,
  { base, ...more }: Partial<SiteInputs> & { readonly base?: string } = {},
): SiteBuild {
  const settings = { ...inputsIn(root).settings, ...(base === undefined ? {} : { base }) }
  return new SiteBuild({ ...inputsIn(root), settings, ...more })
}

/** What a site of a folder of notes is made of. */
export function inputsIn(root: string): SiteInputs {
  return {
    vault: readVault(root, { ignore: [], follow: false }),
    isExcluded: () => false,
    readText: (path) => readFileSync(join(root, path), 'utf8'),
    readBytes: (path) => readAttachment(root, path),
    history: { dates: new Map(), formerNames: new Map() },
    macros: new Map(),
    synonyms: [],
    settings: { title: 'Test', language: 'en', colors: {} },
    formerTopics: [],
  }
}

/** The text of a file of a site. */
export async function textAt(build: SiteBuild, address: string): Promise<string> {
  const file = build.files.get(address)
  if (file === undefined) throw new Error(`nothing at ${address}; there are ${[...build.files.keys()].join(', ')}`)
  const content = await file()
  return typeof content === 'string' ? content : Buffer.from(content).toString('utf8')
}

/** All files of a site that are text, by address; without those that ship with wend. */
export async function allTexts(build: SiteBuild): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const address of build.files.keys())
    if (
      /\.(?:html|md|json|xml|txt)$|^wend\/(?:notes|map|search|postings-\d+|fields-\d+)\.js$/.test(address) &&
      !address.startsWith('wend/fonts')
    )
      texts.set(address, await textAt(build, address))
  return texts
}

/** Writes a site into a folder as it is. */
export async function writeSite(build: SiteBuild, folder: string): Promise<void> {
  for (const [address, file] of build.files) {
    const target = join(folder, address)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, await file())
  }
}
