import type { PropertyProblem } from '../../core/checks/properties/note-schemas.ts'
import type { Finding, PropertyFinding } from '../../core/checks/rule.ts'
import type { Note } from '../../core/model/note.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { readOwnText, readVaultText } from '../../io/vault/vault-file.ts'
import type { Context } from '../command.ts'

/** The schemas of a vault's front matter. */
export interface VaultSchemas {
  /** The texts that they were read from, for cache keys: the findings depend on these and the vault only. */
  readonly text: string
  readonly problems: readonly string[]
  readonly findings: (vault: Vault, reports: (path: string) => boolean) => Promise<readonly PropertyFinding[]>
}

const file = '.wend/schema.yml'

/** Reads `.wend/schema.yml` and the files of the vault that it refers to; without it there are no findings. */
export async function readSchemas(context: Context): Promise<VaultSchemas> {
  const { root } = context.vaultChoice()
  const text = readVaultText(root, file)
  if (text === undefined) return { text: '', problems: [], findings: () => Promise.resolve([]) }
  const { readNoteSchemas } = await import('../../core/checks/properties/note-schemas.ts')
  const read = [text]
  const schemas = readNoteSchemas(text, (path) => {
    const found = readOwnText(root, path)
    read.push(found ?? '')
    return found
  })
  return {
    text: read.join('\0'),
    problems: schemas.problems.map((problem) => `${file}: ${problem}`),
    findings: async (vault, reports) => {
      const findings: PropertyFinding[] = []
      for (const note of vault.notes.filter(({ path }) => reports(path))) {
        const problems = schemas.check(note)
        const lines = problems.length === 0 ? [] : (await context.readIfThere(note.path)).split(/\r?\n/)
        findings.push(...problems.map((problem) => ({ code: problem.code, finding: findingOf(note, problem, lines) })))
      }
      return findings
    },
  }
}

/** A finding at the line of its key, or at the start of the note. */
function findingOf({ path }: Note, { key, message }: PropertyProblem, lines: readonly string[]): Finding {
  const at = lines.slice(1).findIndex((line) => /^["']?(.*?)["']?\s*[:=]/.exec(line)?.[1] === key)
  const place = at < 0 ? { line: 1, column: 1 } : { line: at + 2, column: 1, endColumn: key.length + 1 }
  return { path, ...place, message, suggestions: [] }
}
