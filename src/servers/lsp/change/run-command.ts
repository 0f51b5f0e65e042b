import { ErrorCodes, ResponseError } from 'vscode-languageserver/node'
import { Options } from '../../../commands/arguments/options.ts'
import { draftNew } from '../../../commands/change/new.ts'
import type { Command, Context } from '../../../commands/command.ts'
import { graph } from '../../../commands/links/graph.ts'
import { search } from '../../../commands/search/search.ts'
import { planAdd } from '../../../commands/write/add.ts'
import { planPeriodNote } from '../../../commands/write/daily.ts'
import { dayOf } from '../../../commands/write/day-of.ts'
import { planExtract } from '../../../commands/write/extract.ts'
import { planInline } from '../../../commands/write/join.ts'
import { readWritingSettings } from '../../../commands/write/writing-settings.ts'
import type { ChangeSet } from '../../../core/model/change.ts'
import { fail } from '../../../core/model/failure.ts'
import { createNotes } from '../../../core/plan/write/create-note.ts'
import { nameBlock } from '../../../core/plan/write/name-block.ts'
import { reportData } from '../../../view/report-data.ts'
import type { LspVault } from '../lsp-vault.ts'
import type { LspSession } from '../session.ts'
import { toWorkspaceEdit } from './workspace-edit.ts'

/** The arguments of a command: one object, or a single string. */
type Said = Readonly<Record<string, unknown>>

/** Where a command works. */
interface CommandScope {
  readonly session: LspSession
  readonly home: LspVault
  /** The vault as the editor has it, unsaved texts included. */
  readonly context: Context
}

/** A change for the editor to make, and the note to show afterwards. */
interface Wanted {
  readonly changes: ChangeSet
  readonly path: string
}

/** Each command, with the name of the argument that a single string sets. */
const commands: Readonly<
  Record<string, { readonly main: string; readonly run: (scope: CommandScope, said: Said) => Promise<unknown> }>
> = {
  'wend.daily': { main: 'day', run: async (scope, said) => makeChange(scope, await daily(scope, said)) },
  'wend.new': { main: 'title', run: async (scope, said) => makeChange(scope, await newNote(scope, said)) },
  'wend.add': { main: 'text', run: async (scope, said) => makeChange(scope, await add(scope, said)) },
  'wend.extract': { main: 'note', run: async (scope, said) => makeChange(scope, await extract(scope, said)) },
  'wend.inline': { main: 'note', run: async (scope, said) => makeChange(scope, await inline(scope, said)) },
  'wend.nameBlock': { main: 'id', run: async (scope, said) => applyChange(scope, await nameIn(scope, said)) },
  'wend.search': {
    main: 'query',
    run: (scope, said) => answer(scope, search, [needed(said, 'query')], { limit: said['limit'] }),
  },
  'wend.graph': {
    main: 'note',
    run: (scope, said) =>
      answer(scope, graph, textIn(said, 'note') === undefined ? [] : [needed(said, 'note')], { depth: said['depth'] }),
  },
}

/** The commands that an editor can ask for. */
export const commandNames: readonly string[] = Object.keys(commands)

/** Runs a command for an editor: a change of notes is sent as an edit, an answer is returned as JSON. */
export async function runCommand(
  session: LspSession,
  name: string,
  args: readonly unknown[] | undefined,
): Promise<unknown> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `no command is named ${name}`)
  const first = args?.[0]
  const said: Said =
    typeof first === 'object' && first !== null ? (first as Said) : first === undefined ? {} : { [command.main]: first }
  const home = session.workspace.homeOfRequest(textIn(said, 'uri'))
  if (home === undefined)
    return fail({ kind: 'usage', message: 'no vault is open', hint: 'open a note first, or name one: {uri: …}' })
  return command.run({ session, home, context: home.planContext }, said)
}

async function daily({ home, context }: CommandScope, said: Said): Promise<Wanted> {
  const settings = await readWritingSettings(context)
  const request = { period: 'daily', date: await dayOf(context, textIn(said, 'day') ?? '') } as const
  return planPeriodNote(context, settings, request, { source: await home.planSource() })
}

async function newNote({ context }: CommandScope, said: Said): Promise<Wanted> {
  const title = needed(said, 'title').trim()
  const options = new Options({ template: said['template'], dir: said['folder'], group: said['group'] })
  const draft = await draftNew(context, { title, body: textIn(said, 'body') ?? '' }, options)
  return { path: draft.path, ...createNotes(await context.vault(), [draft]) }
}

async function add({ home, context }: CommandScope, said: Said): Promise<Wanted> {
  const plan = await planAdd(context, await home.planSource(), needed(said, 'text'), (key) => textIn(said, key))
  return { changes: plan.changes, path: plan.changes.changes[0]?.path ?? '' }
}

async function extract({ home, context }: CommandScope, said: Said): Promise<Wanted> {
  const [query, title, dir] = [needed(said, 'note'), textIn(said, 'title') ?? '', textIn(said, 'folder')]
  return planExtract(context, await home.planSource(), { query, title, dir })
}

async function inline({ home, context }: CommandScope, said: Said): Promise<Wanted> {
  return planInline(context, await home.planSource(), { query: needed(said, 'note'), into: textIn(said, 'into') })
}

/** Adds the block id to which a completion wrote a link. */
async function nameIn({ home }: CommandScope, said: Said): Promise<ChangeSet> {
  const [path, id] = [needed(said, 'note'), needed(said, 'id')]
  const source = await home.planSource()
  const note = source.vault.notes.find((one) => one.path === path)
  return note === undefined ? fail({ kind: 'usage', message: `no note is named ${path}` }) : nameBlock(source, note, id)
}

/** Has the editor make a change. */
async function applyChange({ session, home }: CommandScope, changes: ChangeSet): Promise<null> {
  const { connection, workspace, abilities } = session
  if (changes.changes.length === 0) return null
  const edit = toWorkspaceEdit(workspace, home, changes, abilities)
  const { applied, failureReason } = await connection.workspace.applyEdit({ label: changes.title, edit })
  if (!applied) throw new ResponseError(ErrorCodes.InternalError, failureReason ?? 'the editor did not make the change')
  return null
}

/** Has the editor make a change, and show the note where it can be told to. */
async function makeChange(scope: CommandScope, { changes, path }: Wanted): Promise<{ readonly uri: string }> {
  await applyChange(scope, changes)
  const { connection, workspace, client } = scope.session
  const uri = workspace.uri(scope.home, path)
  if (client.window?.showDocument?.support === true) await connection.window.showDocument({ uri, takeFocus: true })
  return { uri }
}

async function answer(
  { context }: CommandScope,
  command: Command,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const given = Object.entries(options).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  const { report } = await command.run(context, args, new Options(Object.fromEntries(given)))
  return report === undefined ? null : reportData(report)
}

function textIn(said: Said, key: string): string | undefined {
  const value = said[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function needed(said: Said, key: string): string {
  return textIn(said, key) ?? fail({ kind: 'usage', message: `${key} is missing`, hint: `say it as {${key}: "…"}` })
}
