/** The file that holds the summary of a note, of which each has so many, and its place in there. */
export function summaryPlace(perPiece: number, number: number): { readonly file: string; readonly at: number } {
  return { file: `about-${Math.floor(number / perPiece)}`, at: number % perPiece }
}

/** A summary in such a file: as it is shown and, where that is another, as it is written. */
export type SummaryData = string | readonly [shown: string, written: string]
