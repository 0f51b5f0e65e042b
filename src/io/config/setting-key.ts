import { fail } from '../../core/model/failure.ts'
import { unknownKey } from './config-file.ts'
import { settings, type Setting } from './config-settings.ts'

/** A key of the configuration as a person writes it: a setting, or one entry of a setting with named entries (`vaults.work`). */
export interface SettingKey {
  readonly key: string
  readonly name: string
  readonly setting: Setting
  /** The names that lead from the setting to the entry; empty for the setting itself. */
  readonly entry: readonly string[]
  /** The keys that lead to it in a file. */
  readonly path: readonly string[]
}

/** Reads a key; fails with the nearest known one when it is unknown. */
export function readKey(key: string): SettingKey {
  const name = settings.has(key) ? key : ([...settings.keys()].find((one) => isEntryOf(key, one)) ?? '')
  const setting = settings.get(name)
  if (setting === undefined) {
    const [message, near] = unknownKey(key)
    const inside = [...settings.keys()].filter((one) => one.startsWith(`${key}.`))
    if (inside.length > 0)
      fail({ kind: 'usage', message: `"${key}" holds several keys`, hint: `name one of ${inside.join(', ')}` })
    return fail({
      kind: 'usage',
      message: message.replace(/; all keys: .*/, ''),
      hint: near.length > 0 ? `did you mean "${near[0] ?? ''}"?` : 'all keys: wend config list',
    })
  }
  const rest = key.slice(name.length + 1)
  const entry = rest === '' ? [] : holdsRecords(setting) ? rest.split('.') : [rest]
  const dot = name.indexOf('.')
  const path = [...(dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)]), ...entry]
  return { key, name, setting, entry, path }
}

/** Whether a key is a setting, one entry of one, or a section of several. */
export function isKnownKey(key: string): boolean {
  return settings.has(key) || [...settings.keys()].some((one) => isEntryOf(key, one) || one.startsWith(`${key}.`))
}

function isEntryOf(key: string, name: string): boolean {
  const { type } = (settings.get(name)?.schema ?? {}) as { readonly type?: unknown }
  return type === 'object' && key.startsWith(`${name}.`) && key.length > name.length + 1
}

/** Whether the named entries of a setting have keys of their own. */
function holdsRecords({ schema }: Setting): boolean {
  return (schema as { additionalProperties?: { type?: unknown } }).additionalProperties?.type === 'object'
}

/** The entry of a value to which some names lead. */
export function valueAt(value: unknown, entry: readonly string[]): unknown {
  return entry.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Record<string, unknown>)[name]
        : undefined,
    value,
  )
}
