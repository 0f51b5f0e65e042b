/** How the bytes of a text file are decoded; remembered so that edits are written in the same encoding. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be'

/** The text of a file without its byte order mark, or that it is binary. */
export type DecodedText =
  { readonly text: string; readonly encoding: TextEncoding; readonly problem?: string } | { readonly binary: true }

/** Decodes UTF-8 (with or without mark) and UTF-16 (with mark); other bytes become U+FFFD and are reported (links.md section 5). */
export function decodeText(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString('utf16le', 2), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeBigEndian(bytes), encoding: 'utf-16be' }
  if (bytes.includes(0)) return { binary: true }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const text = bytes.toString('utf8', mark ? 3 : 0)
  const encoding = mark ? 'utf-8-bom' : 'utf-8'
  const offset = text.includes('\ufffd') ? firstInvalidByte(bytes) : -1
  return offset < 0
    ? { text, encoding }
    : { text, encoding, problem: `not valid UTF-8: byte 0x${(bytes[offset] ?? 0).toString(16)} at offset ${offset}` }
}

function decodeBigEndian(bytes: Buffer): string {
  const even = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
  return even.swap16().toString('utf16le')
}

/** The offset of the first byte that is not UTF-8, or -1 when the text holds a real U+FFFD. */
function firstInvalidByte(bytes: Buffer): number {
  let from = 0
  const replacement = Buffer.from('\ufffd')
  const again = Buffer.from(bytes.toString('utf8'), 'utf8')
  if (again.equals(bytes)) return -1
  while (from < bytes.length && bytes[from] === again[from]) from++
  while (
    from > 0 &&
    (again[from] === replacement[1] || again[from] === replacement[2]) &&
    again[from - 1] !== bytes[from - 1]
  )
    from--
  return from
}
