import type { Config } from '../../core/model/config.ts'
import { fail } from '../../core/model/failure.ts'
import { backgroundOf, type Background } from '../../view/background.ts'
import { type Theme, themes, unknownTheme } from '../../view/themes.ts'
import { withColors } from './make-style.ts'

/**
 * The configured theme; otherwise the one for the terminal's background, from `COLORFGBG` or the terminal's answer when it may be asked;
 * otherwise the terminal's own colours.
 */
export async function chooseTheme(
  { theme = 'auto', themeColors }: Pick<Config, 'theme' | 'themeColors'>,
  colorFgBg: string | undefined,
  ask: (() => Promise<Background | undefined>) | undefined,
): Promise<Theme> {
  if (theme !== 'auto') return withColors(named(theme), themeColors)
  const background = backgroundOf(colorFgBg ?? '') ?? (await ask?.())
  return withColors(named(background ?? 'terminal'), themeColors)
}

function named(name: string): Theme {
  if (name === 'terminal' || name === 'dark' || name === 'light') return themes[name]
  return fail({ kind: 'usage', ...unknownTheme(name) })
}
