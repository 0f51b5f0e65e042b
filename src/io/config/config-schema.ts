import { settings } from './config-settings.ts'

type Properties = Record<string, object>

/** The JSON Schema of configuration files, for editors that complete and check them. */
export function configSchema(): object {
  const properties: Properties = {}
  const sections = new Map<string, Properties>()
  for (const [key, { about, schema, initial, owner }] of settings) {
    const dot = key.indexOf('.')
    const note = owner === 'user' ? " In the user's own file alone." : ''
    const without = initial === undefined ? '' : ` Without it: ${initial}.`
    const entry = { description: `${about}${without}${note}`, ...schema }
    if (dot < 0) properties[key] = entry
    else sections.set(key.slice(0, dot), { ...sections.get(key.slice(0, dot)), [key.slice(dot + 1)]: entry })
  }
  for (const [name, inside] of sections)
    properties[name] = { type: ['object', 'null'], properties: inside, additionalProperties: false }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration of wend',
    description: "A vault's .wend/config.yml and the user's own config.yml.",
    type: ['object', 'null'],
    properties,
    additionalProperties: false,
  }
}
