import type { Link } from '../../core/model/link.ts'
import type { Note } from '../../core/model/note.ts'
import { isCanvasFile } from '../../core/model/note-path.ts'
import { targetPath } from '../../core/model/resolution.ts'
import { sectionOf } from '../../core/query/note/section-of.ts'
import { topLines } from '../../core/parse/blocks/top-lines.ts'
import { toldAsMarkdown } from '../../core/query/links/write-link.ts'
import { Suggester } from '../../core/query/names/suggester.ts'
import { neutralise } from '../../view/neutralise.ts'
import { elementAt, type NoteElement } from './element-at.ts'
import { formulaAt } from './formula-at.ts'
import type { Subject } from './workspace.ts'
import { isTitleHeading } from '../../core/model/title-heading.ts'

/** How many lines of a note or section are shown, and how many UTF-16 units of them. */
const [mostLines, mostUnits] = [12, 2000]

/** The hover text about the thing at an offset, as markdown, and its span. */
export async function hoverAt(
  subject: Subject,
  offset: number,
): Promise<{ readonly text: string; readonly span: { start: number; end: number } } | undefined> {
  const element = elementAt(subject, offset)
  const text = element === undefined ? undefined : wordsFor(subject, element)
  if (element !== undefined && text !== undefined) return { text: neutralise(text), span: element.span }
  if (isCanvasFile(subject.note.path)) return undefined
  const formula = await formulaAt(subject, offset)
  return formula && { text: neutralise(formula.text), span: formula.span }
}

function wordsFor(subject: Subject, element: NoteElement): string | undefined {
  const { vault, note, text } = subject
  switch (element.kind) {
    case 'link':
      return linkWords(subject, element)
    case 'tag': {
      const folded = element.tag.tag.toLowerCase()
      const tagged = vault.notes.filter(({ tags }) => tags.some((tag) => tag.toLowerCase() === folded))
      return list(`#${element.tag.tag}: ${plainCount(tagged.length, 'note')}`, tagged)
    }
    case 'footnote': {
      const body = note.footnotes.find(({ id, role }) => role === 'definition' && id === element.footnote.id)
      return body && shortened(text.slice(body.span.start).split(/\n\s*\n/)[0] ?? '')
    }
    case 'heading': {
      const isTitle = isTitleHeading(element.heading, note)
      const links = vault
        .linksTo(note.path)
        .filter(({ resolution }) => isTitle || ('anchor' in resolution && resolution.anchor === element.heading.slug))
      return links.length === 0
        ? undefined
        : list(plainCount(links.length, 'link'), unique(links.map(({ from }) => from)))
    }
    default:
      return undefined
  }
}

function linkWords({ vault, home }: Subject, { resolved }: Extract<NoteElement, { kind: 'link' }>): string | undefined {
  const { link, resolution, from } = resolved
  if (resolution.status === 'external') return undefined
  const path = targetPath(resolution)
  const target = path === undefined ? undefined : vault.note(path)
  if (target === undefined) {
    if (path !== undefined) return `\`${path}\``
    const near = new Suggester(vault).forLink(from, link)
    const meant = near.length === 0 ? '' : `\n\nDid you mean ${near.map((name) => `\`${name}\``).join(', ')}?`
    return `No note named \`${link.target}\`.${meant}`
  }
  const text = home.textOf(target.path)
  const anchor = 'anchor' in resolution ? resolution.anchor : undefined
  const section = anchor === undefined || anchor === '' ? undefined : partNamed(target, text, link)
  const missing = resolution.status === 'broken-anchor' ? [`No heading \`${link.anchor ?? ''}\` here.`] : []
  const counts = `${plainCount(vault.linkCount(target.path), 'link')}, ${plainCount(vault.backlinkCount(target.path), 'backlink')}`
  return [
    `**${toldAsMarkdown(target.title)}**`,
    ...missing,
    ...(target.summary === undefined || section !== undefined ? [] : [toldAsMarkdown(target.summary)]),
    cut(section ?? text.slice(target.bodyStart), target),
    `_${target.path} · ${counts}_`,
  ].join('\n\n')
}

/** The part of a note that a link names; for a Logseq block without its properties. */
function partNamed(target: Note, text: string, { anchor = '', tool }: Link): string | undefined {
  const part = sectionOf(target, text, anchor)
  return tool === 'block' ? part?.replace(/^[ \t]*(?:id|collapsed)::[^\n]*\n?/gm, '') : part
}

/** The first lines of a text, without the title that stands above it. */
function cut(text: string, { title }: Note): string {
  const lines = text
    .trim()
    .split('\n')
    .filter((line, at) => at > 0 || line.trim() !== `# ${title}`)
  return shortened(lines.slice(0, mostLines).join('\n').trim(), lines.length > mostLines)
}

/** The beginning of a text, with a code block that is cut off closed; `isPart` when more of the text follows. */
function shortened(text: string, isPart = false): string {
  const shown = text.slice(0, mostUnits).replace(/[\uD800-\uDBFF]$/, '')
  const { openFence } = topLines(shown.split('\n'))
  return `${shown}${openFence === undefined ? '' : `\n${openFence}`}${isPart || text.length > mostUnits ? '\n\n…' : ''}`
}

function list(head: string, notes: readonly Note[]): string {
  const shown = notes.slice(0, mostLines).map(({ title }) => `- ${toldAsMarkdown(title)}`)
  return [`**${head}**`, '', ...shown, ...(notes.length > shown.length ? ['- …'] : [])].join('\n')
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)]
}

export function plainCount(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
