import type { StdioServerTransport } from '@modelcontextprotocol/server/stdio'

type Message = Parameters<StdioServerTransport['send']>[0]

/** A request that stays open for as long as its client listens. */
const lasting = 'subscriptions/listen'

/** Tracks the requests of a transport that have no answer yet. Cancelled ones never get one. */
export class PendingAnswers {
  readonly #asked = new Set<unknown>()
  #whenNone = (): void => undefined
  #whenClosed = (): void => undefined
  /** Resolves when the transport is closed, for instance because nobody reads the answers. */
  readonly closed = new Promise<void>((resolve) => (this.#whenClosed = resolve))

  constructor(transport: StdioServerTransport) {
    const send = transport.send.bind(transport)
    transport.send = async (message) => {
      await send(message)
      if (!('method' in message) && 'id' in message) this.#end(message.id)
    }
  }

  /** Starts listening to a transport, whose receiver must be set before. After it is closed nothing is waited for. */
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
