import { parseNote } from '../../src/core/parse/parse-note.ts'
import type { Attachment, Note } from '../../src/core/model/note.ts'
import { toNotePath } from '../../src/core/model/note-path.ts'
import { type ToolName, toolDialects, type VaultDialects } from '../../src/core/model/tool-dialect.ts'
import { Vault } from '../../src/core/vault/vault.ts'

/** The rules of a tool, with its folders as they are usually called. */
export function dialectsOf(tool: ToolName): VaultDialects {
  const { site, assets = [], rootMark, admonitions, pages, syntax } = toolDialects[tool]
  const sites = site === undefined ? [] : [site.root]
  return {
    tools: [tool],
    admonitions: admonitions === true,
    sites,
    assets: [...sites, ...assets],
    rootMarks: rootMark === undefined ? [] : [rootMark],
    pages: pages === true,
    syntax: syntax === undefined ? [] : [syntax],
  }
}

/** The rules of a vault of Logseq. */
export const logseq: VaultDialects = dialectsOf('logseq')

/**
 * A vault made from the texts of its notes by path: `vaultOf({ 'a.md': '[[b]]', 'b.md': '' })`; attachments, what exists besides and the rules
 * of a tool are none by default.
 */
export function vaultOf(
  texts: Readonly<Record<string, string>>,
  attachments: readonly Attachment[] = [],
  exists: (path: string) => boolean = () => false,
  dialects?: VaultDialects,
): Vault {
  const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
  const notes = Object.entries(texts).map(([name, text]) => {
    const path = toNotePath(name)
    if (path === undefined) throw new Error(`not a note path: ${name}`)
    return parseNote({ path, text, facts, dialects })
  })
  return new Vault({ notes, attachments, exists })
}

/** The note of a vault at a path that is known to be there. */
export function noteAt(vault: Vault, path: string): Note {
  const note = vault.note(path)
  if (note === undefined) throw new Error(`no note at ${path}`)
  return note
}
