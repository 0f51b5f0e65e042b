import { fileFacts } from '../files/file-facts.ts'
import * as fs from '../files/file-system.ts'
import { readVaultFile } from '../vault/vault-file.ts'
import { realVaultPath } from '../vault/vault-path.ts'

/** The largest attachment that is copied, in bytes. */
const largest = 500_000_000

/**
 * The bytes of an attachment by its path in the vault; undefined when it is no regular file inside it, too large, or a picture that could
 * run a script.
 */
export function readAttachment(root: string, path: string, most = largest): Uint8Array | undefined {
  try {
    const bytes = readVaultFile(root, path, most)
    return bytes === undefined || (/\.svg$/i.test(path) && !isStillSvg(bytes)) ? undefined : bytes
  } catch {
    return undefined
  }
}

/** Whether an attachment is larger than what is copied. */
export function isTooLargeToCopy(root: string, path: string): boolean {
  try {
    return (fileFacts(realVaultPath(fs, root, path, 'read'))?.size ?? 0) > largest
  } catch {
    return false
  }
}

/**
 * Whether an SVG only draws: no script, no event handler, nothing loaded or included, not even added by an animation or the document type.
 * Files that are not plain UTF-8 are not trusted, nor escapes where they could hide such words.
 */
function isStillSvg(bytes: Buffer): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/&#(x?)([\da-f]{1,8});?/gi, letterOf)
  } catch {
    return false
  }
  if (forbidden.some((pattern) => pattern.test(text))) return false
  // CSS reads `\69mport` as `import`.
  if (text.includes('\\') && /<style|style\s*=/i.test(text)) return false
  const links = text.matchAll(/(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)
  for (const [, double, single] of links) {
    const target = (double ?? single ?? '').trim()
    if (!/^#|^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(target)) return false
  }
  return true
}

const forbidden = [
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener)\b|<\?xml-stylesheet|javascript:|\0/i,
  // Entities, and default attributes of elements.
  /<!(?:ENTITY|ATTLIST)|<!DOCTYPE[^<>[]*\[/i,
  /[\s"'/](?:[\w-]+:)?on[a-z]+\s*=/i,
  /attributeName\s*=\s*["']?\s*(?:(?:[\w-]+:)?(?:href|src|style|on)|&)/i,
  /@import|image-set|\bsrc\(|url\(\s*['"]?\s*(?!#|['"]?#|data:image)/i,
]

function letterOf(_written: string, hex: string, digits: string): string {
  const code = Number.parseInt(digits, hex === '' ? 10 : 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\0'
}
