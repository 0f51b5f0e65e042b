import { join, resolve } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { ImportedSettings } from '../../io/config/import-tool.ts'
import type { VaultTool } from '../../io/config/tool-settings.ts'
import type { Options } from '../arguments/options.ts'
import type { Command, Context, Outcome } from '../command.ts'

/** `wend init`: makes a folder the root of a vault. */
export const init: Command = {
  arguments: [
    {
      name: '[folder]',
      description: 'the folder, made if it is not there (default: the current one)',
      completes: 'directory',
    },
  ],
  options: [
    {
      flags: '--obsidian',
      description: 'keep what Obsidian has set there: days, templates, names, links, what to ignore',
    },
    { flags: '--zk', description: 'the same of zk' },
    { flags: '--foam', description: 'the same of Foam' },
  ],
  examples: [
    ['wend init', 'writes .wend/config.yml here, every key in it with what it is for'],
    ['wend init ~/notes', 'makes another folder a vault'],
    ['wend init --obsidian', 'takes over what Obsidian has set here, and says what it could not'],
    ['wend -C ~/notes list', 'reads it from anywhere'],
  ],
  reports: ['document'],
  run: runInit,
}

async function runInit(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const [{ isTooLarge, findVault }, { configText }] = await Promise.all([
    import('../../io/vault/find-vault.ts'),
    import('../../io/config/config-text.ts'),
  ])
  const looksWrong = args[0] === undefined && isTooLarge(context.env)(context.cwd)
  const chosen = args[0] === undefined && !looksWrong ? context.vaultChoice() : undefined
  const root = resolve(context.cwd, args[0] ?? (chosen?.by === 'flag' ? chosen.root : '.'))
  if (looksWrong)
    fail({
      kind: 'refused',
      message: `${root} does not look like a folder of notes`,
      hint: 'name a folder: wend init ~/notes; "wend init ." makes this one a vault all the same',
    })
  const imported = await importAsked(root, options)
  const { makeFolders } = await import('../../io/files/make-folders.ts')
  makeFolders(root, 0o777)
  const above = findVault({ cwd: () => root, env: {} }, undefined)
  const { read, notRead } = imported
  await writeConfig(root, configText(new Map(read.map(({ key, value }) => [key, value]))))
  const inside =
    above.by === 'marker' && above.root !== root ? [`it lies in the vault ${above.root}, which still reads it`] : []
  return {
    report: {
      kind: 'document',
      text: `${join(root, '.wend', 'config.yml')}\n`,
      data: imported.asked ? { root, read, notRead } : { root },
    },
    messages: [`${root} is a vault now; notes, links and paths begin there`, ...inside, ...(await saidOf(imported))],
  }
}

/** The settings of the requested tools; when several set the same key, the first counts. Fails when a tool has no settings. */
async function importAsked(root: string, options: Options): Promise<ImportedSettings & { readonly asked: boolean }> {
  const { importTool } = await import('../../io/config/import-tool.ts')
  const { tools } = await import('../../io/config/tool-settings.ts')
  const asked = tools.filter((tool) => options.flag(tool))
  const read = new Map<string, ImportedSettings['read'][number]>()
  const notRead: ImportedSettings['notRead'][number][] = []
  for (const tool of asked) {
    const found =
      (await importTool(root, tool)) ??
      fail({
        kind: 'refused',
        message: `${toolNames[tool]} has set nothing in ${root}`,
        hint: `it is looked for in ${toolFolders[tool]}; name the folder of the notes: wend init FOLDER --${tool}`,
      })
    for (const one of found.read) if (!read.has(one.key)) read.set(one.key, one)
    notRead.push(...found.notRead)
  }
  return { read: [...read.values()], notRead, asked: asked.length > 0 }
}

const toolNames: Readonly<Record<VaultTool, string>> = { obsidian: 'Obsidian', foam: 'Foam', zk: 'zk' }
const toolFolders: Readonly<Record<VaultTool, string>> = {
  obsidian: '.obsidian/',
  foam: '.foam/ and .vscode/settings.json',
  zk: '.zk/config.toml',
}

async function saidOf({ read, notRead }: ImportedSettings): Promise<readonly string[]> {
  const { flow } = await import('../../io/config/config-text.ts')
  const files = [...new Set(notRead.map(({ from }) => from))]
  const keysOf = (file: string): string =>
    notRead
      .filter(({ from }) => from === file)
      .map(({ key }) => key)
      .join(', ')
  return [
    ...read.map(({ key, value, from }) => `read of ${toolNames[from]}: ${key}: ${flow(value)}`),
    ...files.map((file) => `not read, as wend has no such setting: ${file}: ${keysOf(file)}`),
  ]
}

/** Writes the configuration of a new vault; fails when it has one. */
export async function writeConfig(root: string, text: string): Promise<void> {
  const [{ saveFile }, { realVaultPath }, fs] = await Promise.all([
    import('../../io/files/save-file.ts'),
    import('../../io/vault/vault-path.ts'),
    import('../../io/files/file-system.ts'),
  ])
  if (!saveFile(realVaultPath(fs, root, '.wend/config.yml', 'keep'), text, false))
    fail({
      kind: 'refused',
      message: `${root} is a vault already: it has .wend/config.yml`,
      hint: 'see its settings with: wend config list',
    })
}
