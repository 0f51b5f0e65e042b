import type { ImageLink, InlineLink, LinkKind, ReferenceLink } from '../../model/link.ts'
import type { Position, Span } from '../../model/span.ts'
import type { FoundDefinition } from '../blocks/findings.ts'
import type { Draft } from '../found.ts'
import type { Destination } from '../links/destination.ts'
import { normalizeLabel } from '../links/reference.ts'
import { splitDestination } from '../links/unescape.ts'
import type { WikiParts } from '../links/wiki.ts'
import { plainText } from '../plain-text.ts'
import type { Region } from '../region.ts'
import type { InlineContext } from './inline-context.ts'

/** A `[text]` or `![alt]`: where it starts, and its text without brackets. */
export interface LinkText {
  readonly image: boolean
  readonly start: number
  readonly textStart: number
  readonly textEnd: number
}

/** Adds links to what has been found. Offsets are those of the region that is being read. */
export class LinkWriter {
  private readonly context: InlineContext
  private readonly isDefined: (label: string) => boolean
  private region: Region

  constructor(context: InlineContext, region: Region) {
    this.context = context
    this.region = region
    this.isDefined = (label) => context.definitions.has(normalizeLabel(label))
  }

  setRegion(region: Region): void {
    this.region = region
  }

  addWikilink(kind: 'wiki' | 'embed', from: number, to: number, parts: WikiParts): void {
    const targetSpan = this.span(parts.targetStart, parts.targetEnd)
    this.context.found.links.push(linkOf(kind, parts, this.place(from, to, targetSpan)))
  }

  /** Adds `<https://…>` or `<name@host>`. */
  addAutolink(at: number, after: number, url: string): void {
    const mark = url.indexOf('#')
    const written = this.region.text.slice(at + 1, after - 1)
    const shown = mark === -1 ? written.length : written.indexOf('#')
    const target = mark === -1 ? url : url.slice(0, mark)
    const anchor = mark === -1 ? undefined : url.slice(mark + 1)
    const place = this.place(at, after, this.span(at + 1, at + 1 + shown))
    this.context.found.links.push(linkOf('markdown', { target, anchor, text: undefined }, place))
  }

  addInline(text: LinkText, destination: Destination): void {
    const { start, end, angle, after } = destination
    const { target, anchor, pathLength } = splitDestination(this.region.text.slice(start, end))
    const place = this.place(text.start, after, this.span(start, start + pathLength))
    const parts = { target, anchor, text: this.shownText(text) }
    const link: Draft<InlineLink | ImageLink> = linkOf(text.image ? 'image' : 'markdown', parts, place)
    if (angle) link.angle = true
    this.context.found.links.push(link)
  }

  /** Adds a use of a definition, which ends at `after`. */
  addReference(text: LinkText, after: number, definition: FoundDefinition): void {
    const { writtenStart, written, label } = definition
    const { target, anchor, pathLength } = splitDestination(written)
    const place = this.place(text.start, after, { start: writtenStart, end: writtenStart + pathLength })
    const parts = { target, anchor, text: this.shownText(text) }
    const link: Draft<ReferenceLink | ImageLink> = Object.assign(
      linkOf(text.image ? 'image' : 'reference', parts, place),
      {
        label,
      },
    )
    if (definition.angle) link.angle = true
    this.context.found.links.push(link)
  }

  /** What a link shows in place of its target, if anything. */
  private shownText({ textStart, textEnd }: LinkText): string | undefined {
    if (textStart === textEnd) return undefined
    const shown = plainText(this.region.text.slice(textStart, textEnd), this.isDefined)
    return shown === '' ? undefined : shown
  }

  private place(from: number, to: number, targetSpan: Span): LinkPlace {
    const span = this.span(from, to)
    return { span, targetSpan, position: this.context.lines.position(span.start) }
  }

  private span(start: number, end: number): Span {
    return { start: this.region.toSource(start), end: this.region.toSource(end) }
  }
}

interface LinkPlace {
  readonly span: Span
  readonly targetSpan: Span
  readonly position: Position
}

interface LinkParts {
  readonly target: string
  readonly anchor?: string | undefined
  readonly text?: string | undefined
}

/** A link of a kind, made in one piece: a field that is added to an object later costs as much as the object. */
function linkOf<Kind extends LinkKind>(kind: Kind, { target, anchor, text }: LinkParts, place: LinkPlace) {
  const { span, targetSpan } = place
  const { line, column } = place.position
  if (text === undefined) {
    if (anchor === undefined) return { kind, target, span, targetSpan, line, column }
    return { kind, target, anchor, span, targetSpan, line, column }
  }
  if (anchor === undefined) return { kind, target, text, span, targetSpan, line, column }
  return { kind, target, anchor, text, span, targetSpan, line, column }
}
