import { fail } from '../../core/model/failure.ts'
import { isTextList } from '../../io/files/is-record.ts'
import { displayWidth, padded } from '../../view/display-width.ts'
import { truncate } from '../../view/wrap-text.ts'
import type { Options } from '../arguments/options.ts'
import { dryRunOption } from '../change/change-vault.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { configFile, type ConfigOwner, editLine } from './config-owner.ts'
import { openConfig } from './open-config.ts'
import { changeConfig, type KeyChange } from './change-config.ts'
import { allSettings, fromHere } from './all-settings.ts'

const actions = ['list', 'get', 'set', 'unset', 'edit', 'path', 'schema'] as const

/** `wend config`: the settings, where they come from, and how to change them. */
export const config: Command = {
  arguments: [
    { name: '[action]', description: `${actions.slice(0, -1).join(', ')} or schema (default: list)`, choices: actions },
    { name: '[key]', description: 'a key such as daily.dir, or an entry such as vaults.work', completes: 'setting' },
    { name: '[value...]', description: 'for set: the value; several words make a list', completes: 'setting-value' },
  ],
  options: [
    { flags: '--in-vault', description: "the vault's .wend/config.yml instead of your own file" },
    { ...dryRunOption, description: 'print the change of the file as a diff, write nothing' },
  ],
  examples: [
    ['wend config list', 'every key, its value and where that comes from'],
    ['wend config list daily', 'the keys of a section'],
    ['wend config set daily.dir journal', 'in your own file; comments in it stay'],
    ['wend config set --in-vault ignore drafts/ "*.tmp.md"', "a list, in the vault's file"],
    ['wend config set vaults.work ~/work/notes', 'one entry of a key that holds several'],
    ['$EDITOR "$(wend config path)"', 'what wend config edit does'],
  ],
  reports: ['document'],
  run: async (context, [action = 'list', key, ...words], options) => {
    const owner: ConfigOwner = options.flag('inVault') ? 'vault' : 'user'
    switch (action) {
      case 'list':
        return list(context, key)
      case 'get':
        return get(context, requireKey(action, key))
      case 'set':
        return set(context, requireKey(action, key), words, { owner, options })
      case 'unset':
        return change(context, owner, { key: requireKey(action, key), dryRun: options.flag('dryRun') })
      case 'edit':
        return openConfig(context, owner)
      case 'path':
        return path(context, owner)
      case 'schema':
        return schema()
      default:
        return fail({
          kind: 'usage',
          message: `"${action}" is not something to do with the configuration`,
          hint: `wend config ${actions.join(', ')}`,
        })
    }
  },
}

function requireKey(action: string, key: string | undefined): string {
  return (
    key ??
    fail({
      kind: 'usage',
      message: `${action} which key?`,
      hint: `wend config ${action} KEY; all keys: wend config list`,
    })
  )
}

/** The maximum width of keys and values in the list, in columns; longer values are cut on a terminal. */
const widest = 40

async function list(context: Context, only: string | undefined): Promise<Outcome> {
  const { flow } = await import('../../io/config/config-text.ts')
  const all = await allSettings(context)
  const shown = only === undefined ? all : all.filter(({ key }) => key === only || key.startsWith(`${only}.`))
  if (only !== undefined && shown.length === 0) (await import('../../io/config/setting-key.ts')).readKey(only)
  const { width, stdoutIsTerminal } = context.terminal
  const room = stdoutIsTerminal ? Math.min(widest, Math.max(20, width - 45)) : Infinity
  const rows = shown.map(
    (row) => [row.key, row.value === undefined ? '' : truncate(flow(row.value), room), saidOf(context, row)] as const,
  )
  const [first = 0, second = 0] = [0, 1].map((at) =>
    Math.min(widest, Math.max(0, ...rows.map((row) => displayWidth(row[at] ?? '')))),
  )
  const text = rows
    .map(([key, value, from]) => `${padded(key, first)}  ${padded(value, second)}  ${from}`.trimEnd())
    .join('\n')
  return { report: { kind: 'document', text: `${text}\n`, data: shown } }
}

function saidOf(context: Context, { source, from, value }: Awaited<ReturnType<typeof allSettings>>[number]): string {
  if (source === 'default') return value === undefined ? 'not set' : 'default'
  return from === undefined ? source : fromHere(context, from)
}

async function get(context: Context, typed: string): Promise<Outcome> {
  const [{ readKey, valueAt }, { flow }] = await Promise.all([
    import('../../io/config/setting-key.ts'),
    import('../../io/config/config-text.ts'),
  ])
  const { name, entry } = readKey(typed)
  const whole = (await allSettings(context)).find(({ key }) => key === name)
  const value = valueAt(whole?.value, entry)
  if (value === undefined) return { messages: [`${typed} is not set`], exit: 1 }
  const text = isTextList(value)
    ? value.map((item) => `${item}\n`).join('')
    : `${typeof value === 'string' ? value : flow(value)}\n`
  return { report: { kind: 'document', text, data: { ...whole, key: typed, value } } }
}

async function set(
  context: Context,
  key: string,
  words: readonly string[],
  { owner, options }: { readonly owner: ConfigOwner; readonly options: Options },
): Promise<Outcome> {
  if (words.length === 0) {
    ;(await import('../../io/config/setting-key.ts')).readKey(key)
    fail({
      kind: 'usage',
      message: `set ${key} to what?`,
      hint: `wend config set ${key} VALUE; wend config unset ${key}`,
    })
  }
  return change(context, owner, { key, words, dryRun: options.flag('dryRun') })
}

/** The user's file belongs to no vault. */
async function change(context: Context, owner: ConfigOwner, asked: KeyChange): Promise<Outcome> {
  const outcome = await changeConfig(context, owner, asked)
  return owner === 'user' ? { ...outcome, apart: true } : outcome
}

async function path(context: Context, owner: ConfigOwner): Promise<Outcome> {
  const { fileFacts } = await import('../../io/files/file-facts.ts')
  const file = configFile(context, owner)
  const exists = fileFacts(file)?.isFile() === true
  const messages = exists ? [] : [`there is no such file yet; ${editLine(owner)} makes it`]
  return { report: { kind: 'document', text: `${file}\n`, data: { path: file, exists } }, messages }
}

async function schema(): Promise<Outcome> {
  const data = (await import('../../io/config/config-schema.ts')).configSchema()
  return { report: { kind: 'document', text: `${JSON.stringify(data, undefined, 2)}\n`, data } }
}
