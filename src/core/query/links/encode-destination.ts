import { percentDecode } from '../../model/percent-decode.ts'

/** How a destination is written; `raw` is the old one, whose style is kept. */
export interface DestinationStyle {
  readonly raw: string
  /** Written in `<…>`, where spaces and parentheses may stand (CommonMark 6.3). */
  readonly angle: boolean
  readonly html: boolean
}

/** Percent-encodes a path for use in a link; segments that the old destination had too are written as they were there. */
export function encodeDestination(path: string, { raw, angle, html }: DestinationStyle): string {
  const known = new Map(raw.split('/').map((segment) => [percentDecode(segment), segment]))
  const everything = /%[89A-F][\dA-F]/i.test(raw)
  const spaced = angle || (html && raw.includes(' '))
  return path
    .split('/')
    .map((segment) => known.get(segment) ?? encodeSegment(segment, { spaced, angle, everything, html }))
    .join('/')
}

function encodeSegment(
  segment: string,
  {
    spaced,
    angle,
    everything,
    html,
  }: {
    readonly spaced: boolean
    readonly angle: boolean
    readonly everything: boolean
    readonly html: boolean
  },
): string {
  const encoded = segment.replace(/[\0-\x20"#$%&'()<>?[\\\]`|\x7f]/g, (character, at: number) => {
    if (character === ' ' && spaced) return character
    if (character === '&' && !(html ? reference.html : reference.markdown).test(segment.slice(at))) return character
    if (angle && /[()'[\]]/.test(character)) return character
    if (character === "'" && !html) return character
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  })
  return everything ? encoded.replace(/[^\0-\x7f]+/g, encodeURIComponent) : encoded
}

/** A text that begins with a character reference: `&amp;` in CommonMark (6.2), in HTML without the semicolon, too. */
const reference = { markdown: /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/i, html: /^&[a-z#]/i } as const
