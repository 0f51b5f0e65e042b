import { pictureNumber, placeholderRows, throughTmux } from './placeholders.ts'

/** How a terminal takes pictures: by kitty's graphics protocol, or as inline files of iTerm2. */
export type PictureProtocol = 'kitty' | 'iterm2'

/** A picture as what is written into each of the rows that it takes: what draws all of it into the first, or each row's part. */
export interface Picture {
  readonly lines: readonly string[]
}

/** A picture that one sequence draws over some rows. */
export function drawnAtOnce(draw: string, rows: number): Picture {
  return { lines: [withRoom(draw, rows), ...Array.from({ length: rows - 1 }, () => '')] }
}

/** Pictures are at most this high, so that the text around them stays in sight. */
export const MOST_ROWS = 20

/**
 * A sequence that draws a picture of some rows, with room made for it before: near the bottom the screen is scrolled first
 * (IND, then the cursor up again), since a terminal that has to keep the cursor where it is would cut the picture off.
 */
export function withRoom(draw: string, rows: number): string {
  return `${'\u001bD'.repeat(rows)}\u001b[${rows}A${draw}`
}

/** Pixels of a column; a row is taken for twice as high. */
const COLUMN = 10

/** What draws a PNG file (as base64) within a width in columns; undefined when it is no PNG. Sizes come from its header (PNG specification, 11.2.2). */
export function drawPicture(
  base64: string,
  width: number,
  { protocol, tmux = false }: { readonly protocol: PictureProtocol; readonly tmux?: boolean },
): Picture | undefined {
  const size = sizeOf(base64)
  if (size === undefined) return undefined
  const wanted = Math.max(1, Math.min(width, Math.ceil(size.width / COLUMN)))
  const rows = Math.min(MOST_ROWS, Math.max(1, Math.ceil((wanted * size.height) / size.width / 2)))
  const columns = Math.max(1, Math.min(wanted, Math.round((rows * 2 * size.width) / size.height)))
  if (protocol === 'kitty')
    return tmux
      ? kittyInTmux(base64, columns, rows)
      : drawnAtOnce(kitty(base64, `c=${columns},r=${rows},C=1`).join(''), rows)
  // Only WezTerm knows `doNotMoveCursor`; elsewhere the cursor is kept and put back (DECSC, DECRC).
  const keys = `inline=1;width=${columns};height=${rows};preserveAspectRatio=1;doNotMoveCursor=1`
  const draw = `\u001b7\u001b]1337;File=${keys}:${base64}\u0007\u001b8`
  return drawnAtOnce(tmux ? throughTmux(draw) : draw, rows)
}

function sizeOf(base64: string): { readonly width: number; readonly height: number } | undefined {
  const head = bytesOf(base64.slice(0, 32))
  if (!base64.startsWith('iVBORw0KGgo') || head.length < 24) return undefined
  const number = (at: number): number => head.slice(at, at + 4).reduce((total, byte) => total * 256 + byte, 0)
  const size = { width: number(16), height: number(20) }
  return size.width > 0 && size.height > 0 ? size : undefined
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function bytesOf(base64: string): readonly number[] {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of base64) {
    const value = alphabet.indexOf(letter)
    if (value < 0) break
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  return bytes
}

/** Kitty takes at most 4096 characters at once; `C=1` leaves the cursor where it is. */
function kitty(base64: string, place: string): readonly string[] {
  const chunks = base64.match(/.{1,4096}/g) ?? []
  return chunks.map((chunk, index) => {
    const keys = index === 0 ? `a=T,f=100,${place},q=2,` : ''
    return `\u001b_G${keys}m=${index < chunks.length - 1 ? 1 : 0};${chunk}\u001b\\`
  })
}

/** The picture goes past tmux, and characters that stand for it go through it, so that it scrolls with the text. */
function kittyInTmux(base64: string, columns: number, rows: number): Picture {
  const id = pictureNumber(base64)
  const sent = kitty(base64, `U=1,i=${id},c=${columns},r=${rows}`).map(throughTmux).join('')
  const [first = '', ...others] = placeholderRows(id, columns, rows)
  return { lines: [sent + first, ...others] }
}
