declare module 'marked-terminal' {
  type Paint = (text: string) => string

  /** The options of marked-terminal that the renderer sets. */
  export interface TerminalOptions {
    readonly codespan?: Paint
    readonly strong?: Paint
    readonly em?: Paint
    readonly del?: Paint
    readonly emoji?: boolean
  }

  export default class Renderer {
    constructor(options: TerminalOptions)
    strong(text: string): string
    em(text: string): string
    del(text: string): string
    codespan(text: string): string
    br(): string
    /** Short codes such as `:rocket:` as emoji, each followed by a space. */
    emoji(text: string): string
  }
}
