/** A path inside a site, relative to its root, `/` only, not percent-encoded: `folder/note.html`. */
export type Address = string

/** A group of notes of a site: a topic, a tag or a folder. */
export interface SiteTopic {
  readonly name: string
  /** Where the index page shows it, as an id. */
  readonly id: string
  /** Numbers of its notes, most linked first. */
  readonly notes: readonly number[]
  /** Which of the eight colours it has; undefined from the 17th topic on. */
  readonly hue?: number
  /** Whether its marks are rings: topics in pairs share a colour. */
  readonly ring: boolean
}

/** A note as the pages of a site show it; notes are numbered in the order of `Site.notes`. */
export interface SiteNote {
  readonly path: string
  /** Its title as text: without markup, formulas in Unicode. */
  readonly title: string
  /** Its title as it was written, where that is another. */
  readonly written?: string
  readonly summary?: string
  /** Its summary with formulas in Unicode, where it has some. */
  readonly shownSummary?: string
  readonly address: Address
  /** Where its markdown lies. */
  readonly source: Address
  readonly aliases: readonly string[]
  /** Numbers of its topics. */
  readonly topics: readonly number[]
  readonly status?: string
  /** ISO 8601 dates of front matter or git, never of the file. */
  readonly created?: string
  readonly edited?: string
  readonly words: number
  readonly references: readonly string[]
  /** How many other notes link to it. */
  readonly backlinks: number
  /** Numbers of the notes it links to, in the order of the text. */
  readonly linksTo: readonly number[]
  /** Numbers of the notes that link to it, in their order. */
  readonly linkedFrom: readonly number[]
}

/** Numbers of the notes that a note is linked with, in either direction, each once. */
export function neighboursOf({ linksTo, linkedFrom }: Pick<SiteNote, 'linksTo' | 'linkedFrom'>): readonly number[] {
  return [...new Set([...linksTo, ...linkedFrom])]
}

/** What all pages of a site share. Immutable. */
export interface Site {
  readonly title: string
  /** Where the site will stand, with a final slash; absent when that is not known. */
  readonly base?: string
  readonly language: string
  /** Markdown that the index page begins with. */
  readonly introduction?: { readonly markdown: string; readonly from?: string }
  /** By title. */
  readonly notes: readonly SiteNote[]
  /** What `topics` are made of; undefined when nothing groups the notes. */
  readonly groupedBy?: 'topics' | 'tags' | 'folders'
  /** In the order of their colours: neighbours share many links. */
  readonly topics: readonly SiteTopic[]
  /** How many pairs of notes are linked, counted in each direction. */
  readonly links: number
  /** The number of the note that most others link to; 0 when nothing links. */
  readonly mostLinked: number
  /** Numbers of all notes in the order of topics, with the number of the topic each stands under. */
  readonly spectrum: readonly { readonly note: number; readonly topic?: number }[]
}

/** What a link of a note leads to on a page. */
export type LinkTarget =
  | {
      readonly kind: 'note'
      readonly href: string
      readonly note: number
      readonly section?: string
      readonly lacks?: string
    }
  | {
      readonly kind: 'image'
      readonly href: string
      readonly size?: { readonly width: number; readonly height: number }
    }
  | { readonly kind: 'file'; readonly href: string; readonly media?: 'audio' | 'video' }
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'broken'; readonly reason: string }
  /** A link that is shown as its text: to a note that is not published, or to an address that could run a script. */
  | { readonly kind: 'text' }
