import { fail } from '../../core/model/failure.ts'
import { fileName } from '../../core/model/note-path.ts'
import { localMinute } from '../../core/parse/local-time.ts'
import type { TrashedFile } from '../../io/changes/trash.ts'
import type { Options } from '../arguments/options.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { alone, changeVault, dryRunOption } from './change-vault.ts'

/** `wend trash`: what `wend rm` put away. */
export const trash: Command = {
  arguments: [
    {
      name: '[what]',
      description: 'what to do: list (default), restore or empty',
      choices: ['list', 'restore', 'empty'],
    },
    { name: '[files...]', description: 'for restore: files by the path or name they had' },
  ],
  options: [{ flags: '--force', description: 'with empty: remove for good without asking' }, dryRunOption],
  examples: [
    ['wend trash list', 'what is in the trash of the vault'],
    ['wend trash restore "Old idea.md"', 'puts it back where it was'],
    ['wend trash empty', 'removes all of it for good, after asking'],
  ],
  reports: ['document', 'changes'],
  run: async (context, [what, ...names], options) => {
    if (what === undefined || what === 'list') return listed(await files(context))
    if (what === 'restore') return restore(context, names, options)
    if (what === 'empty') return alone(context, options.flag('dryRun'), () => empty(context, options))
    return fail({
      kind: 'usage',
      message: `"${what}" is not something to do with the trash`,
      hint: 'wend trash list, wend trash restore FILE or wend trash empty',
    })
  },
}

async function files(context: Context): Promise<readonly TrashedFile[]> {
  const { listTrash } = await import('../../io/changes/trash.ts')
  return listTrash(await context.vaultPlace())
}

function listed(all: readonly TrashedFile[]): Outcome {
  const text = all
    .map(({ path, trashed, at }) => {
      const when = at === undefined ? 'unknown' : localMinute(at)
      return `${when.padEnd(16)}  ${path}${trashed.endsWith(`/${path}`) ? '' : `  (${trashed})`}\n`
    })
    .join('')
  if (all.length > 0) return { report: { kind: 'document', text, data: all } }
  return { report: { kind: 'document', text, data: all }, messages: ['the trash is empty'], exit: 1 }
}

function restore(context: Context, names: readonly string[], options: Options): Promise<Outcome> {
  if (names.length === 0)
    return fail({ kind: 'usage', message: 'restore which file?', hint: 'see them with: wend trash list' })
  return alone(context, options.flag('dryRun'), async () => {
    const all = await files(context)
    const chosen = [...new Set(names.map((name) => choose(all, name)))]
    const title = `restore ${chosen.map(({ path }) => path).join(', ')}`
    const changes = chosen.map(({ trashed, path }) => ({ kind: 'move', path: trashed, to: path }) as const)
    return changeVault(context, { title, changes }, { dryRun: options.flag('dryRun') })
  })
}

/** The file in the trash that a name means: by its path in the trash, its former path, or its file name if that is unique. */
function choose(all: readonly TrashedFile[], name: string): TrashedFile {
  const ways = [
    all.filter(({ trashed }) => trashed === name),
    all.filter(({ path }) => path === name || path === `${name}.md`),
    all.filter(({ path }) => fileName(path) === name || fileName(path) === `${name}.md`),
  ]
  const found = ways.find((way) => way.length > 0) ?? []
  if (found.length === 1) return found[0] as TrashedFile
  return fail({
    kind: 'refused',
    message: found.length === 0 ? `no "${name}" is in the trash` : `"${name}" is ${found.length} files in the trash`,
    hint:
      found.length === 0
        ? 'see what is with: wend trash list'
        : `name one by its place: ${found.map(({ trashed }) => trashed).join(', ')}`,
  })
}

async function empty(context: Context, options: Options): Promise<Outcome> {
  const all = await files(context)
  if (all.length === 0 || options.flag('dryRun')) return listed(all)
  const count = all.length === 1 ? '1 file' : `${all.length} files`
  if (!options.flag('force') && !(await agrees(context, count)))
    return { messages: [`${count} would be removed for good; do it with: wend trash empty --force`], exit: 1 }
  const { emptyTrash } = await import('../../io/changes/trash.ts')
  emptyTrash(context.vaultChoice())
  return { report: { kind: 'document', text: '', data: all }, messages: [`removed ${count} for good`] }
}

async function agrees({ ask }: Context, count: string): Promise<boolean> {
  return ask !== undefined && /^y(?:es)?$/i.test(await ask(`remove ${count} for good? (y/n) `))
}
