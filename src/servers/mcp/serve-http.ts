import { createMcpHandler } from '@modelcontextprotocol/server'
import type { Context } from '../../commands/command.ts'
import { growSlowly } from '../grow-slowly.ts'
import { AgentSession } from './agent-session.ts'
import { buildServer } from './build-server.ts'
import { listenLocally, type LocalHttp } from './local-http.ts'
import { changedUris } from './subscriptions.ts'

/** How a vault is served over HTTP, and whether agents may change it. */
export interface HttpOptions extends LocalHttp {
  readonly canWrite: boolean
}

/** Serves a vault to agents over HTTP on 127.0.0.1 until `ended`. */
export async function serveHttp(context: Context, options: HttpOptions, ended: Promise<void>): Promise<void> {
  growSlowly()
  const session = new AgentSession(context, options.canWrite)
  const handler = createMcpHandler(({ era }) => buildServer(session, { era, isLasting: false }))
  session.onChange((change) => {
    if (change.isOtherList) handler.notify.resourcesChanged()
    for (const uri of changedUris(change)) handler.notify.resourceUpdated(uri)
  })
  const server = await listenLocally(handler, options)
  void session.begin()
  await ended
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await handler.close()
  await session.close()
}
