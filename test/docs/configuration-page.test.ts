import { expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { configSchema } from '../../src/io/config/config-schema.ts'
import { settings } from '../../src/io/config/config-settings.ts'
import { configText } from '../../src/io/config/config-text.ts'

const page = 'docs/configuration.md'
const schema = 'docs/schema/config.schema.json'

/** `UPDATE_DOCS=1 npm test -- test/docs` rewrites both. */
test('docs/configuration.md and the schema say what the settings are', () => {
  const [pageText, schemaText] = [configurationPage(), `${JSON.stringify(configSchema(), undefined, 2)}\n`]
  if (process.env['UPDATE_DOCS'] === '1') {
    writeFileSync(page, pageText)
    writeFileSync(schema, schemaText)
  }
  expect(readFileSync(page, 'utf8')).toBe(pageText)
  expect(readFileSync(schema, 'utf8')).toBe(schemaText)
})

test('the schema takes the example of each key, and no key that is none', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(configSchema())
  const wrong = [...settings].flatMap(([key, { example }]) => {
    const value = parse(example) as unknown
    const dot = key.indexOf('.')
    const file = dot < 0 ? { [key]: value } : { [key.slice(0, dot)]: { [key.slice(dot + 1)]: value } }
    return validate(file) && settings.get(key)?.read(value) !== undefined ? [] : [key]
  })
  expect(wrong).toEqual([])
  expect(validate({ nonsense: 1 })).toBe(false)
  expect(validate(parse(configText(new Map(), 'user')))).toBe(true)
})

function configurationPage(): string {
  const sections = new Map<string, string[]>()
  for (const key of settings.keys()) {
    const section = key.includes('.') ? key.slice(0, key.indexOf('.')) : ''
    sections.set(section, [...(sections.get(section) ?? []), entry(key)])
  }
  const parts = [...sections].map(([name, entries]) =>
    [name === '' ? '## Keys outside sections' : `## ${name}`, ...entries].join('\n\n'),
  )
  return `${head}\n\n${parts.join('\n\n')}\n`
}

function entry(key: string): string {
  const setting = settings.get(key)
  if (setting === undefined) return ''
  const { before = [], after = [] } = setting.environment ?? {}
  const names = (variables: readonly string[]): string => variables.map((name) => `\`$${name}\``).join(' and ')
  const facts = [
    `Must be ${setting.wants}.`,
    setting.initial === undefined ? '' : `Without it: \`${setting.initial}\`.`,
    before.length > 0 ? `${names(before)} of the environment win over it.` : '',
    after.length > 0 ? `Where it is not set, ${names(after)} of the environment says it.` : '',
    setting.owner === 'user' ? 'In your own file alone.' : '',
  ].filter((fact) => fact !== '')
  const dot = key.indexOf('.')
  const yaml =
    dot < 0 ? `${key}: ${setting.example}` : `${key.slice(0, dot)}:\n  ${key.slice(dot + 1)}: ${setting.example}`
  return `### ${key}\n\n${setting.about} ${facts.join(' ')}\n\n\`\`\`yaml\n${yaml}\n\`\`\``
}

const head = `# Configuration

Made from the program's own table of settings.

Two files are read, YAML both: your own, \`~/.config/wend/config.yml\` (below \`$XDG_CONFIG_HOME\` where that is set), and the
vault's, \`.wend/config.yml\`. What the vault's sets wins, key by key; options of the command line win over both. A vault may come
from others, so what starts programs or names folders of yours stands in your own file alone. What Obsidian, foam and zk have set
for new notes counts where neither file says anything.

- \`wend config list\` shows every key, what holds here and where that comes from; \`wend config get KEY\` one.
- \`wend config set KEY VALUE\` writes your own file, with \`--in-vault\` the vault's; comments stay. \`wend config unset KEY\` takes a key out.
- \`wend config edit\` opens the file in your editor; \`wend config path\` says where it is; \`wend init\` writes a vault's with every key in it.
- [schema/config.schema.json](schema/config.schema.json) is a JSON Schema of both files for editors; \`wend config schema\` prints it.
  The YAML language server takes it from a first line such as \`# yaml-language-server: $schema=/path/to/config.schema.json\`.`
