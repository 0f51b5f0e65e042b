import type { Context } from '../../commands/command.ts'
import { picturesOf } from '../../commands/arguments/pictures-of.ts'
import { answersOf } from '../../commands/arguments/render-context.ts'
import type { Note } from '../../core/model/note.ts'
import type { Resolution } from '../../core/model/resolution.ts'
import { toNoteRow } from '../../core/query/lists/note-row.ts'
import type { NoteDetail } from '../../core/model/report.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { displayWidth } from '../../view/display-width.ts'
import { loadEngines } from '../../view/render/load-engines.ts'
import { markdownOf, renderNote } from '../../view/render/render-note.ts'
import type { RenderedDocument, RenderedLink } from '../../view/render/render-options.ts'
import type { Style } from '../../view/style.ts'
import type { LinkGoal, RenderedNote } from './model.ts'
import { withoutPainting } from './update/find-in-note.ts'

/** What a note is laid out with. */
export interface RenderRequest {
  readonly context: Context
  readonly vault: Vault
  readonly note: Note
  readonly width: number
  readonly style: Style
}

/** Lays out a note for the reader: header and text with embeds, and where its links stand and lead. */
export async function renderForReader({ context, vault, note, width, style }: RenderRequest): Promise<RenderedNote> {
  const text = await context.readText(note.path)
  const answers = await answersOf({ ...context, vault: () => Promise.resolve(vault) }, note, 1)
  const detail = detailOf(vault, note, text)
  const engines = await loadEngines([...markdownOf(detail), ...answers.embedded], {
    colour: context.terminal.colorLevel > 0,
    macros: (await context.config()).mathMacros,
    dialects: note.dialects,
  })
  const links = context.terminal.hyperlinks ? 'hyperlink' : 'none'
  // The title is in the top line of the screen. The reader scrolls the note itself, so pictures must consist of characters.
  const image = await picturesOf(context.pictures, { vault, note, way: await context.pictures.blocks() })
  const parts = { footer: false, title: false, summary: note.summarySource === 'front-matter' }
  return toRendered(
    note,
    text,
    width,
    renderNote(detail, { ...answers, width, style, links, engines, ...(image === undefined ? {} : { image }) }, parts),
  )
}

function toRendered(note: Note, text: string, width: number, document: RenderedDocument): RenderedNote {
  const warnings = document.warnings.map((warning) => `! ${warning}`)
  const { lines, links, places, headings, folds, sources } = document
  const firstLine = text.slice(0, note.bodyStart).split('\n').length
  const titles = folds.map(({ line, column: start }, index) => {
    const next = places.find((place) => place.line === line && place.start > start)
    return {
      link: links.length + index,
      line,
      start,
      end: next?.start ?? displayWidth(withoutPainting(lines[line] ?? '')),
    }
  })
  return {
    path: note.path,
    width,
    lines: [...lines, ...warnings],
    links: [
      ...links.map((link) => ({ text: link.text, goal: goalOf(link) })),
      ...folds.map((_fold, fold) => ({ text: '', goal: { kind: 'fold' as const, fold } })),
    ],
    places: [...places, ...titles].sort((a, b) => a.line - b.line || a.start - b.start),
    headings,
    folds,
    sources: sources.map((place) => ({ line: place.line, source: place.source + firstLine })),
  }
}

function goalOf(link: RenderedLink): LinkGoal {
  const { resolution, anchor } = link
  const whole = anchor === undefined ? link.target : `${link.target}#${anchor}`
  if (resolution === undefined || resolution.status === 'broken') return { kind: 'broken', target: whole }
  if (resolution.status === 'external')
    return { kind: isWebAddress(resolution.url) ? 'web' : 'outside', address: resolution.url }
  if (resolution.status === 'outside' || !isNoteResolution(resolution)) return { kind: 'outside', address: whole }
  return { kind: 'note', path: resolution.path, ...(anchor === undefined ? {} : { anchor }) }
}

/** Only such addresses are passed to the system, and only without blanks and control characters. */
function isWebAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\u0000-\u001f\u007f-\u009f]+$/i.test(address)
}

function isNoteResolution(resolution: Exclude<Resolution, { status: 'broken' | 'outside' | 'external' }>): boolean {
  return resolution.isNote
}

/** The details without links and backlinks, for which the reader has panels. */
function detailOf(vault: Vault, note: Note, text: string): NoteDetail {
  return {
    ...toNoteRow(vault, note),
    headings: note.headings.map(({ level, text: heading, slug, line }) => ({ level, text: heading, slug, line })),
    linksOut: [],
    linksIn: [],
    body: text.slice(note.bodyStart),
  }
}
