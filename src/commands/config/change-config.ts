import { resolve } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { toNotePath } from '../../core/model/note-path.ts'
import type { SettingKey } from '../../io/config/setting-key.ts'
import type { Context, Outcome } from '../command.ts'
import { findCommand } from '../registry.ts'
import { allSettings, fromHere } from './all-settings.ts'
import {
  configFile,
  type ConfigOwner,
  configTextOf,
  editLine,
  failureWords,
  problemOf,
  saveConfig,
  wrongLook,
} from './config-owner.ts'
import { aliasProblem, viewProblem } from './saved-lines.ts'

/** What to do with a key: set it to words, or remove it when there are none. */
export interface KeyChange {
  readonly key: string
  readonly words?: readonly string[]
  readonly dryRun: boolean
}

/** Sets or removes a key in a configuration file, and reports when something else overrides it. */
export async function changeConfig(context: Context, owner: ConfigOwner, change: KeyChange): Promise<Outcome> {
  const { readKey } = await import('../../io/config/setting-key.ts')
  const file = configFile(context, owner)
  const before = await configTextOf(context, owner)
  if (change.words === undefined) {
    const { strayKey, withoutSetting } = await import('../../io/config/edit-config.ts')
    const stray = strayKey(before ?? '', file, change.key)
    const after = stray && withoutSetting(before ?? '', file, stray)
    if (after !== undefined)
      return saved(context, owner, change, { file, before, after, more: () => Promise.resolve([]) })
  }
  const key = readKey(change.key)
  if (owner === 'vault' && key.setting.owner === 'user' && change.words !== undefined)
    fail({
      kind: 'refused',
      message: `"${key.name}" is not for a vault to decide, which may come from others`,
      hint: `set it in your own file: leave out --in-vault`,
    })
  const after = await changed(before ?? '', file, key, { ...change, ...wordsFromHere(context, key, change) })
  if (change.words !== undefined) await refuseUseless(key, after, file, owner)
  return saved(context, owner, change, { file, before, after, more: () => others(context, owner, key) })
}

interface FileChange {
  readonly file: string
  readonly before: string | undefined
  readonly after: string
  /** Further messages about the key, once the file is written and valid. */
  readonly more: () => Promise<readonly string[]>
}

/** Writes a changed configuration file, or shows the change, and reports what is still wrong in it. */
async function saved(
  context: Context,
  owner: ConfigOwner,
  { key, words, dryRun }: KeyChange,
  { file, before, after, more }: FileChange,
): Promise<Outcome> {
  const done = `${key} is ${words === undefined ? 'unset' : 'set'} in ${fromHere(context, file)}`
  const data = { key, path: file, applied: !dryRun }
  if (after === before) return { report: { kind: 'document', text: '', data }, messages: [`${done} already`] }
  if (dryRun) {
    const diff = await diffOf(file, before, after)
    return { report: { kind: 'document', text: diff, data: { ...data, diff } } }
  }
  await saveConfig(context, owner, after)
  const problem = await problemOf(after, file, owner)
  const told = problem === undefined ? await more() : [problem, `mend it with: ${editLine(owner)}`]
  return { report: { kind: 'document', text: '', data }, messages: [done, ...told] }
}

/** Converts the typed folder of a vault from the current folder to that of the file. */
function wordsFromHere(context: Context, { name, entry }: SettingKey, { words }: KeyChange): Pick<KeyChange, 'words'> {
  if (name !== 'vaults' || entry.length === 0 || words === undefined) return {}
  return { words: words.map((word) => (/^(?:~(?:[\\/]|$)|\s*$)/.test(word) ? word : resolve(context.cwd, word))) }
}

async function changed(text: string, file: string, key: SettingKey, { words }: KeyChange): Promise<string> {
  const { withSetting, withoutSetting } = await import('../../io/config/edit-config.ts')
  if (words !== undefined) return withSetting(text, file, key, words)
  return (
    withoutSetting(text, file, key) ??
    fail({ kind: 'refused', message: `${file} does not set ${key.key}`, hint: 'who does: wend config list' })
  )
}

/** Fails for a valid value that is of no use: an unknown theme or colour, or a saved command line that wend does not know. */
async function refuseUseless(key: SettingKey, after: string, file: string, owner: ConfigOwner): Promise<void> {
  const { name, entry } = key
  if (!/^(?:aliases|views|theme\..*)$/.test(name)) return
  const { readSettings } = await import('../../io/config/config-file.ts')
  const settings = readSettings(after, file, owner).filter((one) => one.key === name)
  const problem = name === 'aliases' ? aliasProblem : name === 'views' ? viewProblem : wrongLook
  const wrong = await problem(settings, entry[0])
  if (wrong !== undefined) fail({ kind: 'usage', ...wrong })
}

/** Messages when the value in effect comes from elsewhere than the changed file. */
async function others(context: Context, owner: ConfigOwner, { name, entry }: SettingKey): Promise<readonly string[]> {
  if (name === 'aliases' && findCommand(entry[0] ?? '') !== undefined)
    return [`"${entry[0] ?? ''}" is a command of wend, which wins over the alias`]
  try {
    const now = (await allSettings(context)).find(({ key }) => key === name)
    if (now === undefined || now.source === owner || now.source === 'default' || now.source === 'tool') return []
    return [`${fromHere(context, now.from ?? now.source)} sets it, too, and wins here`]
  } catch (error) {
    // The other file can't be read.
    return [`what holds here is not known: ${failureWords(error)}`]
  }
}

async function diffOf(file: string, before: string | undefined, after: string): Promise<string> {
  const { unifiedDiff } = await import('../../core/plan/text/unified-diff.ts')
  const path = toNotePath(file.replace(/^(?:[A-Za-z]:)?[\\/]+/, ''))
  if (path === undefined) return after
  const whole = { span: { start: 0, end: before?.length ?? 0 }, before: before ?? '', after }
  const change =
    before === undefined
      ? ({ kind: 'create', path, text: after } as const)
      : ({ kind: 'edit', path, original: before, edits: [whole] } as const)
  return unifiedDiff({ title: '', changes: [change] }, () => undefined)
}
