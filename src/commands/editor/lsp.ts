import type { Command } from '../command.ts'

/** `wend lsp`: the vault for editors, by the Language Server Protocol. */
export const lsp: Command = {
  arguments: [],
  options: [
    { flags: '--stdio', description: 'speak over standard input and output, as always; editors like to say so' },
  ],
  examples: [
    ['wend lsp', 'what an editor runs; docs/editors.md has its configuration'],
    ['wend lsp --stdio', 'the same'],
    ['wend -C ~/notes lsp', 'for one vault, whatever folder the editor is in'],
  ],
  run: (context) =>
    Promise.resolve({
      serve: async (terminal) => {
        const { serveLsp } = await import('../../servers/lsp/serve-lsp.ts')
        return { exit: await serveLsp(context, terminal) }
      },
    }),
}
