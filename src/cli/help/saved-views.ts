import { FailureError } from '../../core/model/failure.ts'
import { terminalFacts } from '../../io/terminal/terminal.ts'
import { neutralise } from '../../view/neutralise.ts'
import { makeContext } from '../context.ts'
import { withNamedVault } from '../vault/named-vault.ts'
import type { Process } from '../process.ts'

/** The saved views for the help of a command that takes them; empty when there are none, or the configuration can't be read. */
export async function savedViewsText(process: Process, argv: readonly string[]): Promise<string> {
  try {
    const vault = vaultOf(argv)
    const options = { ...quiet, ...(vault === undefined ? {} : { vault }) }
    const named = await withNamedVault(process, options)
    const { views } = await makeContext(process, named, terminalFacts(process, 'never', undefined)).config()
    const names = Object.keys(views)
    if (names.length === 0) return ''
    const width = Math.max(...names.map(({ length }) => length))
    return `Views of your configuration:\n${names.map((name) => `  @${name.padEnd(width)}  ${asTyped(views[name])}\n`).join('')}`
  } catch (error) {
    if (error instanceof FailureError) return ''
    throw error
  }
}

const quiet = { follow: false, quiet: true, pager: false, cache: true, verbose: false } as const

function asTyped(view: string | readonly string[] | undefined): string {
  const line =
    typeof view === 'string' ? view : (view ?? []).map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')
  return neutralise(line).replaceAll('\n', ' ')
}

/** The folder or name after `-C` in a line that has not been parsed. */
function vaultOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => /^(?:-C|--vault)(?:=|$)|^-C./s.test(word))
  const word = argv[at] ?? ''
  return /^(?:-C|--vault)$/.test(word) ? argv[at + 1] : /^(?:--vault=|-C)(.+)$/s.exec(word)?.[1]
}
