import { dirname, isAbsolute, join, resolve } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { parseConfig, readUserText } from './config-file.ts'

/** The folders of the vaults that the user's configuration names; `~/` is the home folder, other relative ones start at the file's. */
export function readVaultNames(userFile: string, home: string | undefined): ReadonlyMap<string, string> {
  const text = readUserText(userFile)
  const { vaults = {} } = text === undefined ? {} : parseConfig(text, userFile, 'user')
  return new Map(Object.entries(vaults).map(([name, folder]) => [name, place(folder, dirname(userFile), home)]))
}

/** The line of the user's configuration in which a vault has its folder. */
export function vaultNameLine(userFile: string, name: string): number {
  const lines = new LineCounter()
  const document = parseDocument(readUserText(userFile) ?? '', { lineCounter: lines, schema: 'core' })
  const node: unknown = document.getIn(['vaults', name], true)
  return lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line
}

function place(folder: string, base: string, home: string | undefined): string {
  if (home !== undefined && /^~(?=$|\/)/.test(folder)) return join(home, folder.slice(1))
  return isAbsolute(folder) ? folder : resolve(base, folder)
}

/** The command lines that the user's configuration names. */
export function readAliases(userFile: string): ReadonlyMap<string, string> {
  const text = readUserText(userFile)
  const { aliases = {} } = text === undefined ? {} : parseConfig(text, userFile, 'user')
  return new Map(Object.entries(aliases))
}
