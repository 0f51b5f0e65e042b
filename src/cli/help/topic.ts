/** A part of a help topic: a paragraph, or rows of a term and what it means. */
export type TopicPart = string | readonly (readonly [term: string, meaning: string])[]

/** A page of the help that is about no single command. */
export interface Topic {
  /** The word that asks for it. */
  readonly name: string
  /** What it is about, for the list of topics. */
  readonly about: string
  readonly parts: () => readonly TopicPart[] | Promise<readonly TopicPart[]>
}
