import type { McpServer } from '@modelcontextprotocol/server'
import { percentDecode } from '../../core/model/percent-decode.ts'
import { noteUri } from './resources.ts'
import type { VisibleChange } from './visible-change.ts'

/** The URIs of the resources whose content a change alters. */
export function changedUris({ paths }: VisibleChange): readonly string[] {
  return ['wend://index', 'wend://topics', 'wend://tags', ...paths.map(noteUri)]
}

/** The subscriptions of a client of the older protocol, each URI as the client wrote it. */
export class Subscriptions {
  readonly #asked = new Map<string, string>()

  /** Lets a client subscribe to resources and end that. */
  offer({ server }: McpServer): void {
    server.setRequestHandler('resources/subscribe', ({ params }) => {
      this.#asked.set(percentDecode(params.uri), params.uri)
      return {}
    })
    server.setRequestHandler('resources/unsubscribe', ({ params }) => {
      this.#asked.delete(percentDecode(params.uri))
      return {}
    })
  }

  /** Those of some URIs to which the client subscribed, as the client wrote them. */
  among(uris: readonly string[]): readonly string[] {
    return uris.flatMap((uri) => this.#asked.get(percentDecode(uri)) ?? [])
  }
}
