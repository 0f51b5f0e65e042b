import { sify } from 'chinese-conv'
import { nameTable } from '../../model/name-table.ts'

const asciiOnly = /^[\x00-\x7f]*$/

/** Letters that Unicode does not decompose, as people write them without a keyboard that has them. */
const apart: Readonly<Record<string, string>> = nameTable({
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ɨ: 'i',
  ƒ: 'f',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ـ: '',
})

/**
 * A text without the differences that people leave out when they search: letter case, the marks of Latin, Greek, Hebrew and Arabic letters,
 * the dots of ё, ligatures, the width of letters, spellings of Devanagari, the two kana, and traditional or simplified Chinese, character
 * by character.
 */
export function foldText(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase()
  const folded = text
    .normalize('NFKD')
    .replace(/([\p{sc=Latin}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Arabic}еЕ])\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßœæøłđðþħŧŋıĸɨƒςىةکیـ]/g, (letter) => apart[letter] ?? letter)
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
  if (/[\u0900-\u097f]/.test(folded)) return foldDevanagari(folded)
  return /[\u3400-\u9fff]/.test(folded) ? sify(folded) : folded
}

/** Nasals are written as a letter before a stop or as a dot, and the dot of borrowed sounds is often left out: हिन्दी, हिंदी; ज़मीन, जमीन. */
function foldDevanagari(text: string): string {
  return text
    .replace(/\u093c/g, '')
    .replace(/[ङञणनम]\u094d(?=[क-म])/g, '\u0902')
    .replace(/\u0901/g, '\u0902')
}

/** Whether a text is ASCII. */
export function isAscii(text: string): boolean {
  return asciiOnly.test(text)
}
