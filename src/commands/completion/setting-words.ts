import type { Candidate } from './candidate.ts'

/** The keys of the configuration. */
export async function settingNames(): Promise<readonly Candidate[]> {
  const { settings } = await import('../../io/config/config-settings.ts')
  return [...settings].map(([word, { about }]) => ({ word, about }))
}

/** The values of a key with only a few, for `config set KEY`; none for other keys and actions. */
export async function settingChoices([action, key = '']: readonly string[]): Promise<readonly Candidate[]> {
  if (action !== 'set') return []
  if (key === 'theme.name') {
    const { themes } = await import('../../view/themes.ts')
    return ['auto', ...Object.keys(themes)].map((word) => ({ word }))
  }
  const [{ readKey }, { choicesOf }] = await Promise.all([
    import('../../io/config/setting-key.ts'),
    import('../../io/config/unknown-words.ts'),
  ])
  const { setting, entry } = readKey(key)
  const { additionalProperties = {} } = setting.schema as { readonly additionalProperties?: object }
  return choicesOf(entry.length === 0 ? setting.schema : additionalProperties).map((word) => ({ word }))
}
