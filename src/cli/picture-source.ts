import type { PictureSource, PictureWay } from '../commands/command.ts'
import type { TerminalFacts } from '../io/terminal/terminal.ts'
import type { Process } from './process.ts'

/** What draws pictures of a vault on this terminal; it is asked for sixel graphics, once, where its name tells nothing. */
export function pictureSource(process: Process, terminal: TerminalFacts, root: () => string): PictureSource {
  let way: Promise<PictureWay | undefined> | undefined
  return {
    way: () => (way ??= wayOf(process, terminal)),
    file: async (path) =>
      (await import('../io/pictures/read-picture.ts')).readPicture(root(), path)?.toString('base64'),
    pixels: async (path) => {
      const file = (await import('../io/pictures/read-picture.ts')).readPicture(root(), path)
      return file === undefined ? undefined : (await import('../io/pictures/decode-png.ts')).decodePng(file)
    },
  }
}

async function wayOf(process: Process, terminal: TerminalFacts): Promise<PictureWay | undefined> {
  const { pictures, colorLevel, stdoutIsTerminal, stdinIsTerminal } = terminal
  if (pictures !== undefined) return { protocol: pictures }
  if (colorLevel === 0 || !stdoutIsTerminal || !stdinIsTerminal) return undefined
  const { answersQueries } = await import('../io/terminal/ask-terminal.ts')
  if (!answersQueries(process.env)) return undefined
  const { askSixelCell } = await import('../io/pictures/sixel-cell.ts')
  const cell = await askSixelCell(process)
  return cell && { protocol: 'sixel', cell }
}
