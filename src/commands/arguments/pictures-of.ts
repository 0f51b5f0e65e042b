import type { Pixels, Undrawn } from '../../core/model/pixels.ts'
import type { Note } from '../../core/model/note.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Picture } from '../../view/render/pictures/picture.ts'
import type { RenderOptions } from '../../view/render/render-options.ts'
import type { PictureSource, PictureWay } from '../command.ts'

/** What pictures of a note are drawn with. */
export interface PictureRequest {
  readonly vault: Vault
  readonly note: Note
  readonly way: PictureWay | undefined
}

/** In pixels: how much of a note's pictures is decoded in total, so that a note of a thousand photos is shown soon, too. */
const mostPixels = 50_000_000

type Draw = (width: number) => Picture | Undrawn

/** Draws the pictures of a note, for terminals that show them; undefined when there are none. */
export async function picturesOf(
  source: PictureSource,
  { vault, note, way }: PictureRequest,
): Promise<RenderOptions['image']> {
  if (way === undefined) return undefined
  const drawn = new Map<string, Draw>()
  const budget = { left: mostPixels }
  for (const path of picturePaths(vault, note)) drawn.set(path, await drawerOf(source, { way, path, budget }))
  if (drawn.size === 0) return undefined
  return (_link, resolution, width) =>
    resolution !== undefined && 'path' in resolution ? drawn.get(resolution.path)?.(width) : undefined
}

const pictureFile = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico|tiff?|heic)$/i

function picturePaths(vault: Vault, note: Note): ReadonlySet<string> {
  return new Set(
    vault
      .linksFrom(note.path)
      .flatMap(({ link, resolution }) =>
        (link.kind === 'embed' || link.kind === 'image') && 'path' in resolution && pictureFile.test(resolution.path)
          ? [resolution.path]
          : [],
      ),
  )
}

interface DrawRequest {
  readonly way: PictureWay
  readonly path: string
  readonly budget: { left: number }
}

/** A function that draws one picture within a width in columns. */
async function drawerOf(source: PictureSource, { way, path, budget }: DrawRequest): Promise<Draw> {
  if (budget.left <= 0) return () => ({ reason: 'too many pictures before it' })
  if (way.protocol === 'sixel' || way.protocol === 'blocks') {
    const pixels = await source.pixels(path)
    if ('reason' in pixels) return () => pixels
    budget.left -= pixels.width * pixels.height
    return way.protocol === 'sixel' ? sixels(pixels, way.cell) : blocks(pixels, way.colors)
  }
  const file = await source.png(path)
  if (typeof file !== 'string') return () => file
  budget.left -= file.length
  const { drawPicture } = await import('../../view/render/pictures/picture.ts')
  return (width) => drawPicture(file, width, way) ?? { reason: 'damaged' }
}

async function sixels(pixels: Pixels, cell: { readonly width: number; readonly height: number }): Promise<Draw> {
  const { drawSixel } = await import('../../view/render/pictures/draw-sixel.ts')
  return (width) => drawSixel(pixels, width, cell)
}

async function blocks(pixels: Pixels, colors: 'all' | '256'): Promise<Draw> {
  const { drawBlocks } = await import('../../view/render/draw-blocks.ts')
  return (width) => drawBlocks(pixels, width, colors)
}
