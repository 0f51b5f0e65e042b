import { slug } from 'github-slugger'
import { DASH, SPACE, UNDERSCORE, isDigit, isLetter } from './character.ts'

/** The slug of a text, without regard to others. Most headings are ASCII, for which the library's table of all scripts is slow. */
export function slugOf(text: string): string {
  let words = true
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 126) return slug(text)
    if (!isSlugCharacter(code) && code !== SPACE) words = false
  }
  const lower = text.toLowerCase()
  return (words ? lower : lower.replace(/[^a-z0-9_ -]+/g, '')).replaceAll(' ', '-')
}

/** GitHub's slugs of the headings of one note: a repeated one gets `-1`, `-2` and so on. */
export class Slugs {
  private readonly counts = new Map<string, number>()

  /** The slug of the next heading with this text. */
  next(text: string): string {
    const base = slugOf(text)
    if (!this.counts.has(base)) {
      this.counts.set(base, 0)
      return base
    }
    let result = base
    let count = this.counts.get(base) ?? 0
    while (this.counts.has(result)) result = `${base}-${String(++count)}`
    this.counts.set(base, count)
    this.counts.set(result, 0)
    return result
  }
}

function isSlugCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === DASH || code === UNDERSCORE
}
