import { join, resolve } from 'node:path'
import { fail } from '../../core/model/failure.ts'
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
  options: [],
  examples: [
    ['wend init', 'writes .wend/config.yml here, every key in it with what it is for'],
    ['wend init ~/notes', 'makes another folder a vault'],
    ['wend -C ~/notes list', 'reads it from anywhere'],
  ],
  reports: ['document'],
  run: runInit,
}

async function runInit(context: Context, args: readonly string[]): Promise<Outcome> {
  const [{ isTooLarge, findVault }, { configText }] = await Promise.all([
    import('../../io/files/find-vault.ts'),
    import('../../io/config/config-text.ts'),
  ])
  const root = resolve(context.cwd, args[0] ?? '.')
  if (args[0] === undefined && isTooLarge(context.env)(root))
    fail({
      kind: 'refused',
      message: `${root} does not look like a folder of notes`,
      hint: 'name a folder: wend init ~/notes; "wend init ." makes this one a vault all the same',
    })
  const { makeFolders } = await import('../../io/files/make-folders.ts')
  makeFolders(root, 0o777)
  const above = findVault({ cwd: () => root, env: {} }, undefined)
  await writeConfig(root, configText(new Map()))
  const inside =
    above.by === 'marker' && above.root !== root ? [`it lies in the vault ${above.root}, which still reads it`] : []
  return {
    report: { kind: 'document', text: `${join(root, '.wend', 'config.yml')}\n`, data: { root } },
    messages: [`${root} is a vault now; notes, links and paths begin there`, ...inside],
  }
}

/** Writes the configuration of a new vault; fails when it has one. */
export async function writeConfig(root: string, text: string): Promise<void> {
  const [{ saveFile }, { realVaultPath }, fs] = await Promise.all([
    import('../../io/files/save-file.ts'),
    import('../../io/files/vault-path.ts'),
    import('../../io/files/file-system.ts'),
  ])
  if (!saveFile(realVaultPath(fs, root, '.wend/config.yml', 'keep'), text, false))
    fail({
      kind: 'refused',
      message: `${root} is a vault already: it has .wend/config.yml`,
      hint: 'see its settings with: wend config list',
    })
}
