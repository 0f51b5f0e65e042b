import type { Note } from '../../core/model/note.ts'
import type { NoteDetail } from '../../core/model/report.ts'
import type { LinkDisplay, RenderOptions } from '../../view/render/render-options.ts'
import { plainStyle, type Style, styleNames } from '../../view/style.ts'
import type { Context } from '../command.ts'
import { keepPage, type RenderedPage } from './keep-page.ts'
import type { Options } from '../arguments/options.ts'
import { answersOf, linkAddress, type VaultAnswers } from '../arguments/render-context.ts'
import { picturesOf } from '../arguments/pictures-of.ts'
import type { ShowTarget } from './show-target.ts'

/** A note to render, its details, and where warnings go. */
export interface PageRequest {
  readonly target: ShowTarget
  readonly detail: NoteDetail
  readonly options: Options
  readonly messages: string[]
  /** How pictures may be drawn if the terminal can; otherwise their names are shown. */
  readonly pictures: 'any' | 'blocks' | 'no'
}

/** Renders a note, or hands back the page as it was rendered before. Ends with a line break. */
export async function showPage(context: Context, request: PageRequest): Promise<string> {
  const { target, detail, options, messages, pictures } = request
  const answers = await answersFor(
    context,
    target,
    options.count('embeds') ?? 1,
    options.flag('plain') ? 'no' : pictures,
  )
  const styled = await pageStyleOf(context, request)
  const { resolve } = answers
  // Text from standard input can be read only once, and embedded notes are not among the facts of a page.
  const canKeep = target.inVault && answers.embedded.length === 0 && answers.image === undefined
  const kept = canKeep && resolve !== undefined ? await context.keptPages() : undefined
  const { root } = context.vaultChoice()
  const { text, warnings } =
    kept === undefined || resolve === undefined
      ? await render(detail, answers, styled)
      : await keepPage(
          {
            kept,
            name: [root, detail.path, styled.width, styled.links, styled.colour, options.text('section') ?? ''],
            facts: { root, detail, dialects: target.note.dialects, ...styled, style: paintedNames(styled.style) },
            resolve,
          },
          (asked) => render(detail, { ...answers, resolve: asked }, styled),
        )
  messages.push(...warnings.map((warning) => `${target.note.path}: ${warning}`))
  return text
}

/** The style of a page, apart from its content. */
interface PageStyle extends Pick<RenderOptions, 'width' | 'style' | 'links'> {
  readonly embeds: number
  readonly macros: Readonly<Record<string, string>>
  readonly colour: boolean
  readonly header: boolean
  readonly summary: boolean
  readonly footer: boolean
}

async function pageStyleOf(context: Context, { target, options }: PageRequest): Promise<PageStyle> {
  const { terminal } = context
  const plain = options.flag('plain')
  const links: LinkDisplay = plain || !options.flag('links') ? 'none' : terminal.hyperlinks ? 'hyperlink' : 'numbered'
  return {
    width: options.text('width') === undefined ? Math.min(terminal.width, 100) : terminal.width,
    style: plain ? plainStyle : await context.style('ask'),
    links,
    embeds: options.count('embeds') ?? 1,
    macros: (await context.config()).mathMacros,
    colour: terminal.colorLevel > 0 && !plain,
    header: !plain && hasHeader(target),
    summary: target.note.summarySource === 'front-matter' || options.text('section') !== undefined,
    footer: !plain && options.flag('links') && options.text('section') === undefined,
  }
}

/** A file outside the vault gets a header when its front matter says something of it. */
function hasHeader({ inVault, note }: ShowTarget): boolean {
  return inVault || note.titleSource === 'front-matter'
}

/** A text that differs for different styles: each name painted in its style. */
function paintedNames(style: Style): readonly string[] {
  return [...styleNames.map((name) => style.paint(name, name)), style.hyperlink('link', 'https://link.example')]
}

async function render(detail: NoteDetail, answers: VaultAnswers, styled: PageStyle): Promise<RenderedPage> {
  const { markdownOf, renderNote } = await import('../../view/render/render-note.ts')
  const { loadEngines } = await import('../../view/render/load-engines.ts')
  const { width, style, links, embeds, colour, header, summary, footer } = styled
  const { dialects } = answers
  const engines = await loadEngines([...markdownOf(detail), ...answers.embedded], {
    ...{ colour, macros: styled.macros, dialects },
  })
  const options = { ...answers, width, style, links, engines, embeds }
  const { lines, warnings } = renderNote(detail, options, { header, summary, footer })
  return { text: `${lines.join('\n')}\n`, warnings }
}

async function answersFor(
  context: Context,
  { inVault, note }: ShowTarget,
  embeds: number,
  pictures: PageRequest['pictures'],
): Promise<VaultAnswers> {
  if (inVault) {
    const image = await imagesOf(context, note, pictures)
    return { ...(await answersOf(context, note, embeds)), ...(image === undefined ? {} : { image }) }
  }
  return { dialects: note.dialects, urlOf: (link, resolution) => linkAddress('', link, resolution), embedded: [] }
}

/** A function that draws the pictures of a note; the terminal is only asked how when there is one. */
async function imagesOf(
  context: Context,
  note: Note,
  pictures: PageRequest['pictures'],
): Promise<RenderOptions['image']> {
  const hasAny = note.links.some(({ kind }) => kind === 'embed' || kind === 'image')
  if (!hasAny || pictures === 'no') return undefined
  const way = pictures === 'any' ? await context.pictures.way() : await context.pictures.blocks()
  return picturesOf(context.pictures, { vault: await context.vault(), note, way })
}
