import { existsSync, readFileSync } from './file-system.ts'
import { dirname, join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { errorReason } from './error-code.ts'

/** The files of dist/web by name, as base64, if the build included them in the program. */
declare const WEND_ASSETS: Readonly<Record<string, string>> | undefined

/** The bytes of a file shipped with the program, by its name in dist/web: assets of pages, and picture decoders. */
export function readAsset(name: string): Buffer {
  const asset = typeof WEND_ASSETS === 'object' ? WEND_ASSETS[name] : undefined
  if (asset !== undefined) return Buffer.from(asset, 'base64')
  const start = import.meta.dirname
  for (let folder = start; ; folder = dirname(folder)) {
    for (const file of [join(folder, 'web', name), join(folder, 'dist', 'web', name)])
      if (existsSync(file)) return readFileSync(file)
    if (dirname(folder) === folder) break
  }
  return fail({ kind: 'io', action: 'read', path: name, reason: 'it is not part of this installation' })
}

/** The names of these files in dist/web, which contain a hash. */
export function readAssetNames(): Readonly<Record<string, string>> {
  const text = readAsset('assets.json').toString('utf8')
  try {
    return JSON.parse(text) as Readonly<Record<string, string>>
  } catch (error) {
    return fail({ kind: 'io', action: 'read', path: 'assets.json', reason: errorReason(error) })
  }
}
