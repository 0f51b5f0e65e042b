/** The screen that a text is painted on. */
export interface PaintedScreen {
  readonly width: number
  readonly height: number
  /** Whether the screen still shows something else. */
  readonly first: boolean
}

/** A text painted over the screen from its top, with messages below it; what has no room is counted. The cursor ends below. */
export function repaint(text: string, messages: readonly string[], { width, height, first }: PaintedScreen): string {
  const lines = text.replace(/\n$/, '').split('\n')
  const below = messages.map((message) => message.slice(0, width - 1))
  const room = Math.max(1, height - 1 - below.length)
  const shown = lines.length <= room ? lines : [...lines.slice(0, room - 1), `… ${lines.length - room + 1} more lines`]
  const painted = [...shown, ...below].map((line) => `${line}\u001b[K\n`).join('')
  // The rest of each line and what is below are cleared after the text is there, so that nothing flickers.
  return `${first ? '\u001b[2J' : ''}\u001b[H${painted}\u001b[J`
}
