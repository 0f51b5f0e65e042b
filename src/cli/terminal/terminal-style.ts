import type { Config } from '../../core/model/config.ts'
import type { TerminalFacts } from '../../io/terminal/terminal.ts'
import { backgroundInAnswer } from '../../view/background.ts'
import type { Style } from '../../view/style.ts'
import { chooseTheme } from './choose-theme.ts'
import { makeStyle } from './make-style.ts'
import type { Process } from '../process.ts'

/** The style of the terminal where it shows colours; the terminal may be asked for its background. */
export async function terminalStyle(
  process: Process,
  terminal: TerminalFacts,
  { config, ask }: { readonly config: () => Promise<Config>; readonly ask: 'ask' | undefined },
): Promise<Style> {
  const asks = ask !== undefined && terminal.colorLevel > 1 && terminal.stdoutIsTerminal && terminal.stdinIsTerminal
  const theme = await chooseTheme(
    await config(),
    terminal.colorLevel > 1 ? process.env['COLORFGBG'] : undefined,
    asks
      ? async () => {
          const { answersQueries, askTerminal } = await import('../../io/terminal/ask-terminal.ts')
          return answersQueries(process.env)
            ? backgroundInAnswer(await askTerminal('\u001b]11;?\u001b\\', process))
            : undefined
        }
      : undefined,
  )
  return makeStyle(terminal, theme)
}
