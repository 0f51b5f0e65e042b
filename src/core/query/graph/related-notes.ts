import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { Vault } from '../../vault/vault.ts'

/** A neighbour with more neighbours than this is passed over: that two notes link with it says nothing. */
const mostAround = 500

/** From this score on a note is related. */
const leastScore = 0.5

/**
 * Notes near a note that no link joins with it, nearest first: those that share neighbours (a neighbour of few notes
 * tells more than a hub; Adamic and Adar 2003, "Friends and neighbors on the web") and topics.
 */
export function relatedNotes(vault: Vault, note: Note, most: number): readonly Note[] {
  const near = new Set(vault.neighbours(note.path))
  const scores = new Map<NotePath, number>()
  for (const path of near) {
    const around = vault.neighbours(path)
    if (around.length > mostAround) continue
    const weight = 1 / Math.log(2 + around.length)
    for (const other of around)
      if (other !== note.path && !near.has(other)) scores.set(other, (scores.get(other) ?? 0) + weight)
  }
  // A note whose neighbours alone score less is skipped: no topics could lift it to `leastScore`.
  const least = leastScore / (1 + 0.5 * note.topics.length)
  return [...scores]
    .filter(([, score]) => score >= least)
    .flatMap(([path, score]) => {
      const other = vault.note(path)
      if (other === undefined) return []
      const shared = other.topics.filter((topic) => note.topics.includes(topic)).length
      return [{ other, score: score * (1 + 0.5 * shared) }]
    })
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.other.path < b.other.path ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => other)
}
