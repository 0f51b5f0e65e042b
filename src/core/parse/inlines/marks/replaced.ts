import { isAsciiPunctuation } from '../../character.ts'
import { decodeEntity } from '../../entities.ts'
import type { Mark } from './mark.ts'

/** A backslash before punctuation (CommonMark 2.4) */
export const escape: Mark<'replaced'> = {
  type: 'replaced',
  starts: '\\',
  detail: false,
  read({ text, end }, at) {
    if (at + 1 >= end || !isAsciiPunctuation(text.charCodeAt(at + 1))) return undefined
    return { type: 'replaced', start: at, end: at + 2, text: text.charAt(at + 1) }
  },
}

const ENTITY = /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y

/** `&amp;`, `&#35;`, `&#x23;` (CommonMark 2.5) */
export const characterReference: Mark<'replaced'> = {
  type: 'replaced',
  starts: '&',
  detail: true,
  read({ text }, at) {
    ENTITY.lastIndex = at
    const name = ENTITY.exec(text)?.[1]
    const decoded = name === undefined ? undefined : decodeEntity(name)
    return decoded === undefined ? undefined : { type: 'replaced', start: at, end: ENTITY.lastIndex, text: decoded }
  },
}
