import { relativePath } from './note-path.ts'
import type { Address } from './site.ts'

/** The way from one page to another file of the site, as an href. */
export function hrefFrom(page: Address, to: Address, anchor?: string): string {
  const way = relativePath(page, to).split('/').map(encodeSegment).join('/')
  return anchor === undefined || anchor === '' ? way : `${way}#${encodeFragment(anchor)}`
}

/** The address of a file under a base with a final slash. */
export function absoluteUrl(base: string, address: Address): string {
  return base + (address === 'index.html' ? '' : address.split('/').map(encodeSegment).join('/'))
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** A fragment as browsers decode it: what HTML would take for its own and blanks are encoded. */
export function encodeFragment(anchor: string): string {
  return encodeURI(anchor).replace(/[#"'<>]/g, (sign) => encodeURIComponent(sign).replace("'", '%27'))
}
