import { join, relative, resolve, sep } from 'node:path'
import type { Change } from '../../core/model/change.ts'
import { fail } from '../../core/model/failure.ts'
import { folderOf, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { indexSignature, isSignedIndex } from '../../core/parse/signed-index.ts'
import { defaultIndexTemplate, fillIndexPage as makeIndexPage } from '../../core/query/lists/index-page.ts'
import { alone, changeVault, dryRunOption } from '../change/change-vault.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'

/** `wend index`: an index page of the vault, from a template. */
export const indexPage: Command = {
  arguments: [],
  options: [
    { flags: '--template <file>', description: 'the template (default .wend/index.md in the vault, else a plain one)' },
    { flags: '--write <file>', description: 'write the page to this file; links are made relative to it' },
    { flags: '--force', description: 'with --write, also in place of a page that wend did not make' },
    { flags: '--check <file>', description: 'compare the page with this file; exit code 1 when it is stale' },
    dryRunOption,
  ],
  examples: [
    ['wend index', 'the page on standard output, links relative to the vault'],
    ['wend index --write notes/README.md', 'write it, or bring it up to date'],
    ['wend index --check notes/README.md', 'for CI: is it up to date?'],
  ],
  reports: ['document', 'changes'],
  run: runIndex,
}

async function runIndex(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const written = options.text('write')
  const checked = options.text('check')
  if (written !== undefined && checked !== undefined)
    return fail({ kind: 'usage', message: '--write and --check exclude each other' })
  if (checked !== undefined) return check(context, options, checked)
  if (written === undefined) {
    const { emptiedNote } = await import('../../io/vault/emptied-note.ts')
    const path = emptiedNote(context.vaultChoice().root, (await context.vault()).notes) ?? ''
    return { report: { kind: 'document', text: await pageFor(context, options, path) } }
  }
  return alone(context, options.flag('dryRun'), () => write(context, options, written))
}

async function check(context: Context, options: Options, typed: string): Promise<Outcome> {
  const path = pathInVault(context, typed)
  const page = await pageFor(context, options, path)
  const { readVaultText } = await import('../../io/vault/vault-file.ts')
  const current = readVaultText(context.vaultChoice().root, path)
  return current === page || current === signed(page)
    ? { messages: [`${typed} is up to date`] }
    : { messages: [`${typed} is stale; bring it up to date with: wend index --write ${typed}`], exit: 1 }
}

async function write(context: Context, options: Options, typed: string): Promise<Outcome> {
  const path = pathInVault(context, typed)
  const page = await pageFor(context, options, path)
  const { readVaultText } = await import('../../io/vault/vault-file.ts')
  const current = readVaultText(context.vaultChoice().root, path)
  if (current === page || current === signed(page)) return { messages: [`${typed} was up to date`] }
  if (current !== undefined && !isSignedIndex(current) && !options.flag('force'))
    return fail({
      kind: 'refused',
      message: `${typed} is not a page that wend made`,
      hint: 'replace it with --force, or write to another file',
    })
  const changes = [await changeOf(path, current, signed(page))]
  return changeVault(context, { title: `write the index page ${path}`, changes }, { dryRun: options.flag('dryRun') })
}

async function changeOf(path: NotePath, current: string | undefined, page: string): Promise<Change> {
  if (current === undefined) return { kind: 'create', path, text: page }
  const { textDifference } = await import('../../core/plan/text/text-difference.ts')
  return { kind: 'edit', path, original: current, edits: textDifference(current, page) }
}

/** A page that is written to a file says how it was made, in its template or in an added comment. */
function signed(page: string): string {
  return isSignedIndex(page) ? page : `${page}${page.endsWith('\n') ? '' : '\n'}\n${indexSignature}\n`
}

/** The page for a path (none: the root). It is left out of the vault itself, since its links must not count. */
async function pageFor(context: Context, options: Options, path: string): Promise<string> {
  const vault = (await context.vault()).without(path)
  const template = (await readTemplate(context, options.text('template'))) ?? defaultIndexTemplate(vault)
  const { linkForm } = await context.config()
  return makeIndexPage(vault, template, { folder: folderOf(path), linkForm })
}

/** The vault's own template must be inside it; a template given by name may be anywhere. */
async function readTemplate(context: Context, named: string | undefined): Promise<string | undefined> {
  if (named !== undefined) {
    const { readText } = await import('../../io/files/read-text.ts')
    return readText(resolve(context.cwd, named))
  }
  const { readVaultText } = await import('../../io/vault/vault-file.ts')
  return readVaultText(context.vaultChoice().root, join('.wend', 'index.md'))
}

/** The page as a path of the vault, so that its links can be relative. */
function pathInVault(context: Context, typed: string): NotePath {
  const inside = relative(context.vaultChoice().root, resolve(context.cwd, typed)).split(sep).join('/')
  return (
    toNotePath(inside) ??
    fail({ kind: 'usage', message: 'the page must stand inside the vault, so that its links can be relative' })
  )
}
