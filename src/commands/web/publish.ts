import { relative, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Publication } from '../../io/publish/publish-folder.ts'
import type { SiteBuild } from '../../servers/web/site-build.ts'
import type { Options } from '../arguments/options.ts'
import { skippedMessages } from '../arguments/skipped-messages.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { siteInputs, siteOptions } from './site-inputs-of.ts'

/** `wend publish`: the vault as a web site of plain files. */
export const publish: Command = {
  arguments: [
    { name: '<folder>', description: 'where the site is written; files of others in it stay', completes: 'directory' },
  ],
  options: [
    { flags: '--base <url>', description: 'where the site will stand, for the feed, the sitemap and link previews' },
    ...siteOptions,
    { flags: '--check', description: 'write nothing; exit code 1 when the folder is not up to date' },
    { flags: '--dry-run', description: 'write nothing; say what would be' },
  ],
  examples: [
    ['wend publish .site', 'the pages in the folder .site, to be put on any server or opened from there'],
    ['wend publish .site --base https://example.org/notes/', 'with a feed, a sitemap and absolute addresses'],
    ['wend publish .site --check', 'for CI: is it up to date?'],
  ],
  reports: ['document'],
  run: runPublish,
}

async function runPublish(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const folder = resolve(context.cwd, args[0] ?? '')
  // Some systems cut times of files to whole milliseconds.
  const begun = Date.now() + 1
  const vault = await context.vault()
  await refuseInside(context, folder)
  const { requireSiteFolder } = await import('../../io/publish/site-folder.ts')
  requireSiteFolder(context.vaultChoice().root, folder)
  const { PublishFolder } = await import('../../io/publish/publish-folder.ts')
  const { changedSince } = await import('../../io/publish/changed-since.ts')
  const { SiteBuild } = await import('../../servers/web/site-build.ts')
  const { root } = context.vaultChoice()
  const paths = vault.notes.map(({ path }) => path)
  const checks = options.flag('check')
  const target = new PublishFolder(folder, checks || options.flag('dryRun'))
  const before = target.open()
  try {
    const inputs = await siteInputs(context, vault, options)
    const build = new SiteBuild({ ...inputs, formerTopics: before.topics })
    const files = [...build.files].map(([address, content]) => ({ address, content }))
    const publication = await target.publish(
      unlessChanged(files, () => changedSince(root, paths, begun)),
      build.site.topics.map(({ name }) => name),
      before,
    )
    return outcomeOf(context, { folder: args[0] ?? '', build, publication, checks, dry: options.flag('dryRun') })
  } catch (error) {
    target.close()
    throw error
  }
}

/**
 * Gives the files, and fails after the last of them if a note changed meanwhile: it may no longer be public, as it was when it was chosen.
 */
export function* unlessChanged<T>(files: Iterable<T>, changedNote: () => string | undefined): Generator<T> {
  yield* files
  const changed = changedNote()
  if (changed !== undefined)
    fail({
      kind: 'refused',
      message: `${changed} changed while the site was made; nothing was written`,
      hint: 'publish again',
    })
}

/** Refuses a site inside the vault: its markdown files would be read as notes. */
async function refuseInside(context: Context, folder: string): Promise<void> {
  const { root } = context.vaultChoice()
  const way = relative(root, folder)
  const holds = way.split(sep).every((name) => name === '..') || way === ''
  if (holds)
    fail({
      kind: 'usage',
      message: `${folder} holds the notes themselves`,
      hint: 'name a folder for the site, such as: wend publish .site',
    })
  if (way.startsWith('..') || way.split(sep).some((name) => name.startsWith('.') || name === 'node_modules')) return
  const { isWalked } = await import('../../io/publish/is-walked.ts')
  const { ignore } = await context.config()
  if (isWalked(root, folder, { ignore, follow: context.options.follow }))
    fail({
      kind: 'usage',
      message: `${way} lies among the notes: the markdown of the site would be taken for notes`,
      hint: `name a folder beside the vault, a hidden one such as .site, or add "${way}/" to .gitignore or to ignore in .wend/config.yml`,
    })
}

interface Done {
  readonly folder: string
  readonly build: SiteBuild
  readonly publication: Publication
  readonly checks: boolean
  readonly dry: boolean
}

async function outcomeOf(context: Context, { folder, build, publication, checks, dry }: Done): Promise<Outcome> {
  const { written, unchanged, removed, foreign } = publication
  const vault = await context.vault()
  const notes = build.site.notes.length
  const hidden = vault.notes.length - notes
  const messages = [
    ...build.messages,
    ...(hidden > 0 ? [`${hidden} ${hidden === 1 ? 'note is' : 'notes are'} not published`] : []),
    ...skippedMessages(vault),
  ]
  if (foreign.length > 0)
    return fail({
      kind: 'refused',
      message: `${folder} holds files that wend did not write: ${foreign.slice(0, 5).join(', ')}${foreign.length > 5 ? ` and ${foreign.length - 5} more` : ''}`,
      hint: 'move them away, or publish into another folder; nothing was written',
    })
  const changed = written.length + removed.length
  const data = { folder, notes, written, unchanged, removed, applied: !checks && !dry }
  const verb = checks || dry ? 'would be ' : ''
  const text = `${folder}: ${notes} ${notes === 1 ? 'note' : 'notes'}; ${written.length} ${written.length === 1 ? 'file' : 'files'} ${verb}written, ${removed.length} ${verb}removed, ${unchanged} unchanged\n`
  return {
    report: { kind: 'document', text, data },
    messages,
    ...(checks && changed > 0 ? { exit: 1 as const } : {}),
  }
}
