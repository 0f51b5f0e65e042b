import type { Note } from '../../../core/model/note.ts'
import { noteTerms, type NoteTerms } from '../../../core/search/index/note-terms.ts'
import { buildSearchIndex } from '../../../core/search/index/build-search-index.ts'
import type { SearchIndex } from '../../../core/search/index/search-index.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import { readNoteText } from '../../files/read-text.ts'

/** The search index of a vault; reads every note. */
export function readSearchIndex(root: string, vault: Vault): SearchIndex {
  return buildSearchIndex(vault, (path) => readNoteTerms(root, vault.note(path)))
}

/** What search knows of a note. A file that vanished since the vault was read is found by what the vault knows of it. */
export function readNoteTerms(root: string, note: Note | undefined): NoteTerms {
  if (note === undefined) return noTerms
  try {
    return noteTerms(note, readNoteText(root, note.path, { follow: true }))
  } catch {
    return noteTerms(withoutLinks(note), '')
  }
}

const nothing = { stems: [], smalls: [] }
const noTerms: NoteTerms = {
  version: 0,
  fields: {},
  citations: [],
  shortForms: [],
  look: {
    names: { names: [], initials: [], keywords: [], summary: nothing },
    shown: {
      title: '',
      summary: undefined,
      aliases: [],
      topics: [],
      tags: [],
      bodyStart: 0,
      keywords: [],
      headings: [],
    },
    passages: [],
  },
}

/** Field by field, since a note out of a cache has getters in place of fields. */
function withoutLinks(note: Note): Note {
  const { path, title, titleSource, summary, aliases, topics, tags, created, modified, words, metadata, bodyStart } =
    note
  const { headings, blocks, inlineTags, anchors, definitions, footnotes, problems, file } = note
  const names = {
    path,
    title,
    titleSource,
    summary,
    aliases,
    topics,
    tags,
    created,
    modified,
    words,
    metadata,
    bodyStart,
  }
  return { ...names, headings, blocks, inlineTags, anchors, definitions, footnotes, problems, file, links: [] }
}
