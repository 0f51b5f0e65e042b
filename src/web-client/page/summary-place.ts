/** The file with the summary of a note, given how many are in each, and its place in it. */
export function summaryPlace(perPiece: number, number: number): { readonly file: string; readonly at: number } {
  return { file: `about-${Math.floor(number / perPiece)}`, at: number % perPiece }
}

/** A summary in such a file: as shown and, if it differs, as written. */
export type SummaryData = string | readonly [shown: string, written: string]
