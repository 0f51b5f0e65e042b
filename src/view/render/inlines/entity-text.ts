import { decodeEntity } from '../../../core/parse/entities.ts'
import { neutralise } from '../../neutralise.ts'

/** Text with its character references decoded (CommonMark 2.5); what they decode to is made safe to show. */
export function entityText(text: string): string {
  if (!text.includes('&')) return text
  return neutralise(
    text.replace(
      /&(#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g,
      (whole, name: string) => decodeEntity(name) ?? whole,
    ),
  )
}
