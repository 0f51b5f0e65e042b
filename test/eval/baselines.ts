import Fuse from 'fuse.js'
import Database from 'libsql'
import MiniSearch from 'minisearch'
import type { Note } from '../../src/core/model/note.ts'
import { stemOf } from '../../src/core/search/words/english-stem.ts'
import { stopWords } from '../../src/core/search/words/stop-words.ts'
import { wordsIn } from '../../src/core/search/words/words-in.ts'
import type { Searcher } from './evaluate.ts'

/** What others do with titles and summaries, by name; SQLite's full text has the whole texts, where `textOf` gives them. */
export function baselines(notes: readonly Note[], textOf?: (path: string) => string): ReadonlyMap<string, Searcher> {
  return new Map([
    ...(textOf === undefined ? [] : [['SQLite FTS5, any word', sqlite(notes, textOf)] as const]),
    ['fuse.js, as it comes', fuseSearch(notes, {})],
    ['fuse.js, token search', fuseSearch(notes, { useTokenSearch: true, ignoreLocation: true })],
    ['full text, all words', fullText(notes, 'AND')],
    ['full text, any word', fullText(notes, 'OR')],
    ['minisearch, tuned', miniSearch(notes)],
  ])
}

function fuseSearch(notes: readonly Note[], options: object): Searcher {
  const fuse = new Fuse(notes, { keys: ['title', 'summary'], ...options })
  return (query) => Promise.resolve(fuse.search(query).map(({ item }) => item.title))
}

interface Row {
  readonly id: number
  readonly title: string
  readonly summary: string
}

function rows(notes: readonly Note[]): readonly Row[] {
  return notes.map(({ title, summary = '' }, id) => ({ id, title, summary }))
}

/** BM25 over stems, as SQLite's full-text search with the porter tokenizer. */
function fullText(notes: readonly Note[], combineWith: 'AND' | 'OR'): Searcher {
  const index = new MiniSearch<Row>({
    fields: ['title', 'summary'],
    storeFields: ['title'],
    tokenize: (text) => wordsIn(text).map((word) => word.text),
    processTerm: stemOf,
  })
  index.addAll(rows(notes))
  return (query) => Promise.resolve(index.search(query, { combineWith }).map((hit) => String(hit['title'])))
}

/** What its documentation advises: stems, stop words, typos, beginnings, titles first. */
function miniSearch(notes: readonly Note[]): Searcher {
  const index = new MiniSearch<Row>({
    fields: ['title', 'summary'],
    storeFields: ['title'],
    tokenize: (text) => wordsIn(text).map((word) => word.text),
    processTerm: (word) => (stopWords.has(word) ? null : stemOf(word)),
  })
  index.addAll(rows(notes))
  const options = { boost: { title: 3 }, fuzzy: 0.25, prefix: true, combineWith: 'OR' as const }
  return (query) => Promise.resolve(index.search(query, options).map((hit) => String(hit['title'])))
}

/** SQLite's full-text search over titles and whole texts, any word, with its Porter stemmer, ranked by its BM25. */
function sqlite(notes: readonly Note[], textOf: (path: string) => string): Searcher {
  const database = new Database(':memory:')
  database.exec("CREATE VIRTUAL TABLE notes USING fts5(title, body, tokenize = 'porter unicode61')")
  const insert = database.prepare('INSERT INTO notes (title, body) VALUES (?, ?)')
  for (const note of notes) insert.run(note.title, textOf(note.path))
  const select = database.prepare('SELECT title FROM notes WHERE notes MATCH ? ORDER BY bm25(notes, 3, 1) LIMIT 50')
  return (query) => {
    const words = wordsIn(query).map(({ text }) => `"${text.replaceAll('"', '')}"`)
    const rows = words.length === 0 ? [] : (select.all(words.join(' OR ')) as readonly { readonly title: string }[])
    return Promise.resolve(rows.map(({ title }) => title))
  }
}
