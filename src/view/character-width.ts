/**
 * The width of a character in columns, when it does not depend on its neighbours; undefined for joiners, variation selectors, flags, skin
 * tones and keycaps, and for scripts left to string-width, whose tables take 50 ms to load.
 */
export function characterWidth(code: number): 0 | 1 | 2 | undefined {
  if (code < 0x300) return isLatin(code) ? 1 : undefined
  if (isWithin(combining, code)) return 0
  if (isWithin(wide, code)) return 2
  return isWithin(narrow, code) ? 1 : undefined
}

function isLatin(code: number): boolean {
  return code < 0x7f ? code >= 0x20 : code > 0xa0 && code !== 0xad
}

/** The first and last characters of ranges, in order: `300-36f` is one range. */
function stretches(text: string): readonly number[] {
  return text.split(/[\s-]/).map((code) => Number.parseInt(code, 16))
}

const combining = stretches('300-36f 20d0-20e2 20e4-20f0')

/** What Unicode calls wide (UAX 11): the letters of East Asia, and emoji that are pictures by themselves. */
const wide = stretches(
  '231a-231b 23e9-23ec 23f0-23f0 23f3-23f3 25fd-25fe 2614-2615 2630-2637 2648-2653 267f-267f 268a-268f 2693-2693 ' +
    '26a1-26a1 26aa-26ab 26bd-26be 26c4-26c5 26ce-26ce 26d4-26d4 26ea-26ea 26f2-26f3 26f5-26f5 26fa-26fa 26fd-26fd ' +
    '2705-2705 270a-270b 2728-2728 274c-274c 274e-274e 2753-2755 2757-2757 2795-2797 27b0-27b0 27bf-27bf 2b1b-2b1c ' +
    '2b50-2b50 2b55-2b55 2ff0-3029 3030-303e 3041-3096 309b-30ff 3105-312f 3250-a48c ac00-d7a3 f900-faff fe30-fe52 ' +
    'ff01-ff60 1f300-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3 1f3e0-1f3f0 1f3f4-1f3f4 ' +
    '1f3f8-1f3fa 1f400-1f43e 1f440-1f440 1f442-1f4fc 1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a-1f57a 1f595-1f596 ' +
    '1f5a4-1f5a4 1f5fb-1f64f 1f680-1f6c5 1f6cc-1f6cc 1f6d0-1f6d2 1f6eb-1f6ec 1f6f4-1f6fc 1f7e0-1f7eb 1f90c-1f93a ' +
    '1f93c-1f945 1f947-1f9ff',
)

/** Letters of Europe, signs, mathematics, boxes, private use; wide characters among them were matched before. */
const narrow = stretches(
  '370-482 48a-52f 1d00-1dbf 1e00-1fff 2010-2027 2030-205e 2070-20cf 2100-2328 232b-2b4f 2c60-2c7f e000-f8ff ' +
    'fffc-fffd 1d400-1d7ff 1f321-1f32c 1f336-1f336 1f37d-1f37d 1f394-1f39f 1f3cb-1f3ce 1f3d4-1f3df 1f3f1-1f3f3 ' +
    '1f3f5-1f3f7 1f43f-1f43f 1f441-1f441 1f4fd-1f4fe 1f53e-1f54a 1f54f-1f54f 1f568-1f579 1f57b-1f594 1f597-1f5a3 ' +
    '1f5a5-1f5fa',
)

/** Whether a character is in one of the ranges. */
function isWithin(edges: readonly number[], code: number): boolean {
  let low = 0
  let high = edges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if (code < (edges[2 * middle] ?? 0)) high = middle
    else if (code > (edges[2 * middle + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}

/**
 * The width of a character of the scripts of India and South-East Asia, whose letters join to syllables; undefined for others. Most
 * terminals count them as `wcwidth` does: one column for each letter and each sign beside one (also the Thai `ำ`), none for signs above or
 * below.
 */
export function syllableWidth(character: string): 0 | 1 | undefined {
  if (!isWithin(joinedScripts, character.codePointAt(0) ?? 0)) return undefined
  return /\p{Mn}|\p{Me}|\p{Cf}/u.test(character) ? 0 : 1
}

const joinedScripts = stretches('900-109f 1700-17ff 1900-1aaf 1b00-1c7f')
