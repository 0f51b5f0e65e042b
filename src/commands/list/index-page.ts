import { join, relative, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { folderOf } from '../../core/model/note-path.ts'
import { defaultIndexTemplate, indexPage as makeIndexPage } from '../../core/query/index-page.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'

/** `wend index`: an index page of the vault, from a template. */
export const indexPage: Command = {
  arguments: [],
  options: [
    { flags: '--template <file>', description: 'the template (default .wend/index.md in the vault, else a plain one)' },
    { flags: '--write <file>', description: 'write the page to this file; links are made relative to it' },
    { flags: '--check <file>', description: 'compare the page with this file; exit code 1 when it is stale' },
  ],
  examples: [
    ['wend index', 'the page on standard output, links relative to the vault'],
    ['wend index --write notes/README.md', 'write it, or bring it up to date'],
    ['wend index --check notes/README.md', 'for CI: is it up to date?'],
  ],
  reports: ['document'],
  run: runIndex,
}

async function runIndex(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { root } = context.vaultChoice()
  const written = options.text('write')
  const checked = options.text('check')
  if (written !== undefined && checked !== undefined)
    return fail({ kind: 'usage', message: '--write and --check exclude each other' })
  const [vault, template] = await Promise.all([context.vault(), readTemplate(context, root, options.text('template'))])
  const target = written ?? checked
  // The page is no note of itself: what it lists must not count because it is listed.
  const self = target === undefined ? '' : pathInVault(root, resolve(context.cwd, target))
  const page = makeIndexPage(vault.without(self), template, folderOf(self))
  if (target === undefined) return { report: { kind: 'document', text: page } }
  const { readIfExists, replaceFile } = await import('../../io/files/page-file.ts')
  const file = resolve(context.cwd, target)
  const current = readIfExists(file)
  if (checked !== undefined) {
    return current === page
      ? { messages: [`${checked} is up to date`] }
      : { messages: [`${checked} is stale; bring it up to date with: wend index --write ${checked}`], exit: 1 }
  }
  if (current === page) return { messages: [`${target} was up to date`] }
  replaceFile(file, page)
  return { messages: [`wrote ${target}`] }
}

async function readTemplate(context: Context, root: string, named: string | undefined): Promise<string> {
  const { readIfExists } = await import('../../io/files/page-file.ts')
  if (named === undefined) return readIfExists(join(root, '.wend', 'index.md')) ?? defaultIndexTemplate
  return (
    readIfExists(resolve(context.cwd, named)) ??
    fail({ kind: 'io', action: 'read the template', path: named, reason: 'no such file' })
  )
}

/** The path of the page as seen from the vault's root. */
function pathInVault(root: string, file: string): string {
  const path = relative(root, file).split(sep).join('/')
  if (path.startsWith('..'))
    fail({ kind: 'usage', message: 'the page must stand inside the vault, so that its links can be relative' })
  return path
}
