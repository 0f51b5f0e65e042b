import type { Config } from '../../core/model/config.ts'
import type { Pixels, Undrawn } from '../../core/model/pixels.ts'
import type { PictureSource, PictureWay } from '../../commands/command.ts'
import type { TerminalFacts } from '../../io/terminal/terminal.ts'
import type { Process } from '../process.ts'

/** What pictures are drawn from: their folder, and the settings for pictures. */
export interface PictureOwner {
  readonly root: () => string
  readonly config: () => Promise<Config>
}

/** Draws pictures of a vault on this terminal. If its name does not say how, it is asked once whether it has sixel graphics. */
export function pictureSource(process: Process, terminal: TerminalFacts, owner: PictureOwner): PictureSource {
  let way: Promise<PictureWay | undefined> | undefined
  return {
    way: () => (way ??= wayOf(process, terminal, owner)),
    blocks: async () => ((await owner.config()).pictures === 'off' ? undefined : blocksOf(terminal)),
    png: (path) => pngOf(owner.root(), path),
    pixels: (path) => pixelsOf(owner.root(), path),
  }
}

async function wayOf(process: Process, terminal: TerminalFacts, owner: PictureOwner): Promise<PictureWay | undefined> {
  const { pictures } = await owner.config()
  if (pictures === 'off') return undefined
  const protocol = pictures === 'blocks' ? undefined : await protocolOf(process, terminal)
  return protocol ?? blocksOf(terminal)
}

async function protocolOf(process: Process, terminal: TerminalFacts): Promise<PictureWay | undefined> {
  const { pictures, colorLevel, stdoutIsTerminal, stdinIsTerminal } = terminal
  if (pictures !== undefined) return { protocol: pictures }
  const around = await aroundTmux(process, terminal)
  if (around !== undefined) return around
  if (colorLevel === 0 || !stdoutIsTerminal || !stdinIsTerminal) return undefined
  const { answersQueries } = await import('../../io/terminal/ask-terminal.ts')
  if (!answersQueries(process.env)) return undefined
  const { askSixelCell } = await import('../../io/pictures/sixel-cell.ts')
  const cell = await askSixelCell(process)
  return cell && { protocol: 'sixel', cell }
}

/** The picture protocol of the terminal around tmux; undefined when tmux does not pass pictures on. */
async function aroundTmux(
  { env }: Process,
  { colorLevel, stdoutIsTerminal }: TerminalFacts,
): Promise<PictureWay | undefined> {
  if (!env['TMUX'] || colorLevel === 0 || !stdoutIsTerminal) return undefined
  const { outerTerminal } = await import('../../io/programs/outer-terminal.ts')
  const name = outerTerminal() ?? ''
  // Kitty's placeholders encode the number of a picture as a colour, which needs true colour.
  if (/kitty|ghostty/i.test(name)) return colorLevel === 3 ? { protocol: 'kitty', tmux: true } : undefined
  return /iterm|wezterm/i.test(name) ? { protocol: 'iterm2', tmux: true } : undefined
}

/** Half blocks need no protocol, but more than sixteen colours. */
function blocksOf({ colorLevel, stdoutIsTerminal }: TerminalFacts): PictureWay | undefined {
  return stdoutIsTerminal && colorLevel >= 2
    ? { protocol: 'blocks', colors: colorLevel === 3 ? 'all' : '256' }
    : undefined
}

/** In bytes: a PNG file up to this size is sent unchanged, anything else is scaled down first. */
const mostAsIs = 4_000_000

/** In pixels, across or down: no terminal shows more within its lines. */
const mostAcross = 1600

async function pngOf(root: string, path: string): Promise<string | Undrawn> {
  const { readPicture } = await import('../../io/pictures/read-picture.ts')
  const file = readPicture(root, path)
  if ('reason' in file) return file
  if (file.toString('latin1', 1, 4) === 'PNG' && file.length <= mostAsIs) return file.toString('base64')
  const { decodePicture } = await import('../../io/pictures/decode-picture.ts')
  const pixels = await decodePicture(file)
  if ('reason' in pixels) return pixels
  const { encodeColors } = await import('../../io/pictures/encode-png.ts')
  const { resizePixels } = await import('../../view/render/pictures/resize-pixels.ts')
  const scale = Math.min(1, mostAcross / pixels.width, mostAcross / pixels.height)
  const scaled = (side: number): number => Math.max(1, Math.round(side * scale))
  return encodeColors(resizePixels(pixels, scaled(pixels.width), scaled(pixels.height))).toString('base64')
}

async function pixelsOf(root: string, path: string): Promise<Pixels | Undrawn> {
  const { readPicture } = await import('../../io/pictures/read-picture.ts')
  const file = readPicture(root, path)
  return 'reason' in file ? file : (await import('../../io/pictures/decode-picture.ts')).decodePicture(file)
}
