import { randomBytes } from 'node:crypto'
import { fail } from '../../core/model/failure.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'

/** `wend mcp`: the vault for agents, by the Model Context Protocol. */
export const mcp: Command = {
  arguments: [],
  options: [
    { flags: '--write', description: 'also offer tools that change notes; without it everything only reads' },
    {
      flags: '--http <port>',
      description: 'serve on http://127.0.0.1:PORT/mcp instead of standard input; 0 takes a free port',
    },
    {
      flags: '--token <text>',
      description: 'with --http: what clients must send as a bearer token (default: made anew, printed)',
    },
    { flags: '--no-token', description: 'with --http: anyone on this machine may ask' },
  ],
  examples: [
    ['wend -C ~/notes mcp', 'what a client runs: search, read, links and more, reading alone'],
    ['wend -C ~/notes mcp --write', 'the client may also create, rename and change notes, under guards'],
    ['wend -C ~/notes mcp --http 7777', 'over HTTP, for several clients'],
  ],
  run: runMcp,
}

function runMcp(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const canWrite = options.flag('write')
  const port = options.count('http')
  if (port === undefined)
    return Promise.resolve({
      serve: async (terminal) => {
        const { serveMcp } = await import('../../servers/mcp/serve-mcp.ts')
        await serveMcp(context, terminal, canWrite)
        return {}
      },
    })
  if (port > 65_535) fail({ kind: 'usage', message: `--http needs a port from 0 to 65535, not "${port}"` })
  const token = options.isOff('token') ? undefined : (options.text('token') ?? randomBytes(16).toString('hex'))
  return Promise.resolve({
    serve: async ({ say }) => {
      const { serveHttp } = await import('../../servers/mcp/serve-http.ts')
      const { untilInterrupted } = await import('../../io/terminal/until-interrupted.ts')
      const onReady = (address: string): void =>
        void say(`agents may ask at ${address}${token === undefined ? '' : ` with the token ${token}`}`)
      await serveHttp(context, { port, token, canWrite, onReady }, untilInterrupted())
      return { exit: 130 }
    },
  })
}
