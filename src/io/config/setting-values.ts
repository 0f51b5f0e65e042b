import { parse } from 'yaml'
import { readSettings, readUserText, readVaultConfigText } from './config-file.ts'
import { settings } from './config-settings.ts'

/** Where a value comes from: the default, a file, another tool's file, or the environment. */
export type SettingSource = 'default' | 'user' | 'vault' | 'tool' | 'environment'

/** A key of the configuration, its value, and where that comes from. */
export interface SettingValue {
  readonly key: string
  /** Absent when there is no value. */
  readonly value?: unknown
  readonly source: SettingSource
  /** The file with the line, the variable, or the tool that sets it. */
  readonly from?: string
}

/** Sources besides the two files: the environment, and the settings of other tools by key. */
export interface OtherSources {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly tools: ReadonlyMap<string, { readonly value: unknown; readonly from: string }>
}

/** The user's file, and the vault's with its folder where there is a vault. */
export interface SettingFiles {
  readonly user: string
  readonly ofVault?: { readonly root: string; readonly file: string } | undefined
}

/** Every key with its value and where that comes from, in the order of the table. Fails as reading the configuration does. */
export function settingValues(files: SettingFiles, { env, tools }: OtherSources): readonly SettingValue[] {
  const { ofVault } = files
  const found = new Map<string, SettingValue>()
  for (const [key, { initial }] of settings)
    found.set(key, { key, source: 'default', ...(initial === undefined ? {} : { value: parse(initial) as unknown }) })
  askEnvironment('after')
  for (const [key, { value, from }] of tools) found.set(key, { key, value, source: 'tool', from })
  for (const [source, file, text] of [
    ['user', files.user, readUserText(files.user)],
    ['vault', ofVault?.file ?? '', ofVault && readVaultConfigText(ofVault.root, ofVault.file)],
  ] as const)
    for (const { key, value, line } of text === undefined ? [] : readSettings(text, file, source))
      found.set(key, { key, value, source, from: `${file}:${line}` })
  askEnvironment('before')
  return [...found.values()]

  function askEnvironment(when: 'before' | 'after'): void {
    for (const [key, { environment }] of settings) {
      const name = environment?.[when]?.find((variable) => (env[variable] ?? '').trim() !== '')
      if (name !== undefined) found.set(key, { key, value: env[name], source: 'environment', from: `$${name}` })
    }
  }
}
