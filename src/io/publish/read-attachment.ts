import { readVaultFile } from '../vault/vault-file.ts'

/** Bytes of the largest attachment that is copied. */
const largest = 500_000_000

/** The bytes of an attachment by its path in the vault; undefined where it is no plain file inside it, or a picture that could run a script. */
export function readAttachment(root: string, path: string): Uint8Array | undefined {
  try {
    const bytes = readVaultFile(root, path, largest)
    return bytes === undefined || (/\.svg$/i.test(path) && !isStillSvg(bytes)) ? undefined : bytes
  } catch {
    return undefined
  }
}

/** Whether an SVG only draws: no script, no event, nothing loaded or included from elsewhere. What is not plain UTF-8 is not trusted. */
function isStillSvg(bytes: Buffer): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return false
  }
  if (
    /<(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener)\b|<!ENTITY|<\?xml-stylesheet|javascript:|\0/i.test(
      text,
    )
  )
    return false
  if (/[\s"'/](?:[\w-]+:)?on[a-z]+\s*=/i.test(text)) return false
  const links = text.matchAll(/(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)
  for (const [, double, single] of links) {
    const target = (double ?? single ?? '').trim()
    if (!/^#|^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(target)) return false
  }
  return !/@import|url\(\s*['"]?\s*(?!#|['"]?#|data:image)/i.test(text)
}
