import Terminal from 'marked-terminal'
import { marked } from '../runs/marks.ts'

/** What marked-terminal leaves in place of a colon in code. */
const COLON = '*#COLON|*'

/** How marked-terminal writes inline markup; its styles become marks. `isStyled` says whether struck text can be seen to be struck. */
export class TerminalInline {
  readonly #terminal: Terminal

  constructor(isStyled: boolean) {
    this.#terminal = new Terminal({
      strong: (text) => marked('strong', text),
      em: (text) => marked('emphasis', text),
      // Without styles only marks tell what is struck.
      del: (text) => (isStyled ? marked('strike', text) : `~~${text}~~`),
      codespan: (text) => marked('code', text),
    })
  }

  strong(text: string): string {
    return this.#terminal.strong(text)
  }

  emphasis(text: string): string {
    return this.#terminal.em(text)
  }

  struck(text: string): string {
    return this.#terminal.del(text)
  }

  code(text: string): string {
    return this.#terminal.codespan(text).replaceAll(COLON, ':')
  }

  hardBreak(): string {
    return this.#terminal.br()
  }
}

let terminal: Terminal | undefined

/** The emoji of a short code as GitHub names it, without its colons; undefined when there is none. */
export function emojiOf(name: string): string | undefined {
  const written = `:${name}:`
  const emoji = (terminal ??= new Terminal({ emoji: true })).emoji(written).trimEnd()
  return emoji === written ? undefined : emoji
}
