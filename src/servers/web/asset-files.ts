import { readAsset, readAssetNames } from '../../io/files/read-asset.ts'
import { shortHash } from './short-hash.ts'
import type { SiteFile } from './site-file.ts'

/** Files that only a page under `wend serve` uses. */
const ofServe = new Set(['live.js'])

/** The files shipped with wend by their address in the site, and the names they are asked for by. */
export function assetFiles(
  colors: Readonly<Record<string, string>>,
  live: boolean,
): { readonly names: Readonly<Record<string, string>>; readonly files: ReadonlyMap<string, SiteFile> } {
  const names: Record<string, string> = { ...readAssetNames() }
  const files = new Map<string, SiteFile>()
  for (const [name, place] of Object.entries(names)) {
    if (!live && ofServe.has(name)) continue
    if (name === 'style.css' && Object.keys(colors).length > 0) {
      const text = readAsset(place).toString('utf8') + ownColors(colors)
      names[name] = place.replace(/-\w+\.css$/, `-${shortHash(text)}.css`)
      files.set(names[name], () => text)
    } else files.set(place, () => readAsset(place))
  }
  return { names, files }
}

function ownColors(colors: Readonly<Record<string, string>>): string {
  const rules = (dark: boolean): string =>
    Object.entries(colors)
      .filter(([name]) => name.startsWith('dark-') === dark)
      .map(([name, color]) => `--${name.replace(/^dark-/, '')}:${color}`)
      .join(';')
  const [light, dark] = [rules(false), rules(true)]
  return `:root{${light}}@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}:root[data-theme=dark]{${dark}}:root[data-theme=light]{${light}}`
}
