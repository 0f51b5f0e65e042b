import type { StdioServerTransport } from '@modelcontextprotocol/server/stdio'

type Message = Parameters<StdioServerTransport['send']>[0]

/** A request that stays open for as long as its client listens. */
const lasting = 'subscriptions/listen'

/** Knows which requests of a transport have no answer yet. Those that are cancelled get none. */
export class PendingAnswers {
  readonly #asked = new Set<unknown>()
  #whenNone = (): void => undefined
  #whenClosed = (): void => undefined
  /** Resolves when the transport is closed, as where nobody reads the answers. */
  readonly closed = new Promise<void>((resolve) => (this.#whenClosed = resolve))

  constructor(transport: StdioServerTransport) {
    const send = transport.send.bind(transport)
    transport.send = async (message) => {
      await send(message)
      if (!('method' in message) && 'id' in message) this.#end(message.id)
    }
  }

  /** From now on listens to what the transport receives; its receiver must be set before. Who is gone waits for nothing. */
  follow(transport: StdioServerTransport): void {
    const { onmessage, onclose } = transport
    transport.onclose = () => {
      this.#asked.clear()
      this.#whenNone()
      this.#whenClosed()
      onclose?.()
    }
    transport.onmessage = (message: Message) => {
      if ('method' in message && 'id' in message && message.method !== lasting) this.#asked.add(message.id)
      if ('method' in message && message.method === 'notifications/cancelled') this.#end(message.params?.['requestId'])
      onmessage?.(message)
    }
  }

  /** Resolves when all that was asked is answered. */
  none(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenNone = resolve
      if (this.#asked.size === 0) resolve()
    })
  }

  #end(id: unknown): void {
    this.#asked.delete(id)
    if (this.#asked.size === 0) this.#whenNone()
  }
}
