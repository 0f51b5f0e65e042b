import { imageSize, type ImageSize } from '../../core/publish/image-size.ts'
import type { SiteInputs } from './site-inputs.ts'

/** A function that gives the sizes of pictures, each read once for a state of the vault. */
export function pictureSizes(readBytes: SiteInputs['readBytes']): (path: string) => ImageSize | undefined {
  const known = new Map<string, ImageSize | undefined>()
  return (path) => {
    if (!known.has(path)) {
      const bytes = /\.(?:png|gif|jpe?g|webp)$/i.test(path) ? readBytes(path) : undefined
      known.set(path, bytes && imageSize(bytes))
    }
    return known.get(path)
  }
}
