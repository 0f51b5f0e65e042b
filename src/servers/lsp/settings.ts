import { isRecord } from '../../io/files/is-record.ts'

/** The features that a person can switch off in the editor, under `wend` in its settings or as initialization options. */
export interface LspSettings {
  readonly codeLens: boolean
  readonly inlayHints: boolean
  readonly diagnostics: boolean
}

/** Everything is on. */
export const defaultSettings: LspSettings = { codeLens: true, inlayHints: true, diagnostics: true }

/** Reads settings from untrusted data of an editor; also gives unknown names, to report them. */
export function readEditorSettings(said: unknown): {
  readonly settings: LspSettings
  readonly unknown: readonly string[]
} {
  const inner = isRecord(said) && isRecord(said['wend']) ? said['wend'] : said
  if (!isRecord(inner)) return { settings: defaultSettings, unknown: [] }
  const settings = { ...defaultSettings }
  const unknown: string[] = []
  for (const [name, value] of Object.entries(inner)) {
    if (isName(name) && typeof value === 'boolean') settings[name] = value
    else if (isName(name) && isRecord(value) && typeof value['enable'] === 'boolean') settings[name] = value['enable']
    else unknown.push(name)
  }
  return { settings, unknown }
}

function isName(name: string): name is keyof LspSettings {
  return Object.hasOwn(defaultSettings, name)
}
