import type { Note } from '../model/note.ts'
import { nameList, Fields } from '../parse/front-matter/values.ts'

/** The front matter keys that keywords stand under; Hugo and Jekyll name them so too. */
export const keywordKeys = ['keywords', 'keyword'] as const

/**
 * The words and phrases people look for a note with, as its front matter lists them or parts them by commas. They are no
 * names: no link finds a note by them.
 */
export function keywordsOf({ metadata }: Pick<Note, 'metadata'>): readonly string[] {
  return [...new Set(nameList(new Fields(metadata).first(...keywordKeys)))].slice(0, mostKeywords)
}

/** How many keywords of a note are read at most. */
const mostKeywords = 100
