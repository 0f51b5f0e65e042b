/** A note's text, and where its body starts. */
export interface NoteText {
  readonly path: string
  readonly text: string
  readonly bodyStart: number
  /** `page`: the text is the properties of a page of Logseq, and has no front matter. */
  readonly form?: 'page'
}
