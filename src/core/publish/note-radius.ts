/** Radius of a note's mark in pixels; a hub of thousands covers no more than one of a few hundred. */
export function noteRadius(backlinks: number): number {
  return Math.min(30, 2.6 + 1.75 * Math.sqrt(backlinks))
}
