import type { Command } from '../command.ts'

/** `wend vaults`: the vaults that the user's configuration names. */
export const vaults: Command = {
  arguments: [],
  options: [],
  examples: [
    ['wend vaults', 'names and folders of the section "vaults" of your configuration'],
    ['wend -C work list', 'the notes of one of them, from anywhere'],
    ['wend vaults --json', 'the same for programs'],
  ],
  reports: ['document'],
  run: async (context) => {
    const [{ readVaultNames }, { fileFacts }] = await Promise.all([
      import('../../io/config/user-names.ts'),
      import('../../io/files/file-facts.ts'),
    ])
    const names = readVaultNames(context.userConfig, context.env['HOME'])
    const data = [...names].map(([name, path]) => ({ name, path, exists: fileFacts(path)?.isDirectory() === true }))
    const width = Math.max(0, ...data.map(({ name }) => name.length))
    const text = data
      .map(({ name, path, exists }) => `${name.padEnd(width)}  ${path}${exists ? '' : '  (no such folder)'}\n`)
      .join('')
    if (data.length > 0) return { report: { kind: 'document', text, data } }
    const home = context.env['HOME']
    const file = home === undefined ? context.userConfig : context.userConfig.replace(`${home}/`, '~/')
    const hint = `name some in ${file}, such as: vaults: {work: ~/work/notes}`
    return { report: { kind: 'document', text, data }, messages: [`no vault has a name; ${hint}`], exit: 1 }
  },
}
