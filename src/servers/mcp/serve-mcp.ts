import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import type { Context, LiveTerminal } from '../../commands/command.ts'
import { keepStdoutClean } from '../keep-stdout-clean.ts'
import { AgentSession } from './agent-session.ts'
import { buildServer } from './build-server.ts'

/** Serves a vault to one client over standard input and output until the client is gone. */
export async function serveMcp(context: Context, terminal: LiveTerminal, canWrite: boolean): Promise<void> {
  keepStdoutClean()
  const session = new AgentSession(context, canWrite)
  const transport = new StdioServerTransport(terminal.stdin, terminal.stdout)
  const ended = new Promise<void>((resolve) => terminal.stdin.once('end', resolve).once('close', resolve))
  const handle = serveStdio(
    () => {
      const server = buildServer(session)
      session.onChange(() => server.sendResourceListChanged())
      return server
    },
    { transport },
  )
  await ended
  await handle.close()
  await session.close()
}
