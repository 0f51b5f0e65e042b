import { setImmediate, setTimeout } from 'node:timers/promises'
import type { McpServer } from '@modelcontextprotocol/server'
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import type { Context, LiveTerminal } from '../../commands/command.ts'
import { growSlowly } from '../grow-slowly.ts'
import { keepStdoutClean } from '../keep-stdout-clean.ts'
import { AgentSession } from './agent-session.ts'
import { buildServer, type Era } from './build-server.ts'
import { PendingAnswers } from './pending-answers.ts'
import { shortLines } from './short-lines.ts'
import { changedUris, Subscriptions } from './subscriptions.ts'

/** How long requests may still run after the input has ended, in milliseconds. */
const patience = 30_000

/** The longest message that is read, in bytes: at 10 MB the SDK stops working. */
const longestMessage = 8_000_000

/** Serves a vault to one client over standard input and output until the client is gone. */
export async function serveMcp(context: Context, terminal: LiveTerminal, canWrite: boolean): Promise<void> {
  keepStdoutClean()
  growSlowly()
  const session = new AgentSession(context, canWrite)
  // The SDK aborts requests when its input ends; requests from a pipe are answered first.
  const input = shortLines(longestMessage, () => void terminal.say('a message of more than 8 MB was left out'))
  terminal.stdin.pipe(input, { end: false })
  const transport = new StdioServerTransport(input, terminal.stdout)
  const pending = new PendingAnswers(transport)
  const ended = new Promise<void>((resolve) => terminal.stdin.once('end', resolve).once('close', resolve))
  let forget = (): void => undefined
  const handle = serveStdio(
    ({ era }) => {
      const server = buildServer(session, { era, isLasting: true })
      forget()
      forget = tellOfChanges(session, server, era)
      return server
    },
    { transport },
  )
  pending.follow(transport)
  await Promise.race([ended, pending.closed])
  terminal.stdin.unpipe(input).pause()
  await setImmediate()
  await Promise.race([pending.none(), setTimeout(patience, undefined, { ref: false })])
  forget()
  await handle.close()
  await session.close()
}

/** Notifies a client of changes until the returned function is called. In the newer protocol the SDK tracks subscriptions. */
function tellOfChanges(session: AgentSession, server: McpServer, era: Era): () => void {
  const subscriptions = new Subscriptions()
  if (era === 'legacy') subscriptions.offer(server)
  else void setImmediate().then(() => session.begin())
  return session.onChange((change) => {
    if (change.isOtherList) server.sendResourceListChanged()
    const uris = changedUris(change)
    for (const uri of era === 'legacy' ? subscriptions.among(uris) : uris)
      server.server.sendResourceUpdated({ uri }).catch(() => undefined)
  })
}
