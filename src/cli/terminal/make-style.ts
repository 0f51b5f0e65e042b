import { fail } from '../../core/model/failure.ts'
import { plainStyle, type Style, type StyleName } from '../../view/style.ts'
import { colorsProblem, type Look, readLook, type Theme, unreadableLook } from '../../view/themes.ts'
import { paintLook } from '../../io/terminal/paint-look.ts'
import type { TerminalFacts } from '../../io/terminal/terminal.ts'

/** The style of this terminal: a theme at its colour level, hyperlinks where it has them. */
export function makeStyle(
  { colorLevel, hyperlinks }: Pick<TerminalFacts, 'colorLevel' | 'hyperlinks'>,
  theme: Theme,
): Style {
  if (colorLevel === 0 && !hyperlinks) return plainStyle
  const paints = new Map<StyleName, (text: string) => string>()
  return {
    paint: (name, text) => {
      if (colorLevel === 0) return text
      const paint = paints.get(name) ?? paintLook(lookOf(name, theme[name]), colorLevel)
      paints.set(name, paint)
      return paint(text)
    },
    hyperlink: (text, url, id) =>
      hyperlinks
        ? `\u001b]8;${id === undefined ? '' : `id=${id}`};${url.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^\u0021-\u007e]/gu, encodeURIComponent)}\u001b\\${text}\u001b]8;;\u001b\\`
        : text,
  }
}

function lookOf(name: string, words: string): Look {
  return readLook(words) ?? fail({ kind: 'usage', ...unreadableLook(name, words) })
}

/** A theme with the configured colours. Fails on an unknown style, or a value that can't be read. */
export function withColors(theme: Theme, colors: Readonly<Record<string, string>>): Theme {
  const problem = colorsProblem(colors)
  if (problem !== undefined) fail({ kind: 'usage', ...problem })
  return { ...theme, ...colors }
}
