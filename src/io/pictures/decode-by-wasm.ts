import * as jpeg from '@jsquash/jpeg/decode.js'
import * as webp from '@jsquash/webp/decode.js'
import type { Pixels } from '../../core/model/pixels.ts'
import { readAsset } from '../files/read-asset.ts'

const ready = new Map<string, Promise<void>>()

/** The pixels of a JPEG or WebP file, rotated as its EXIF data says; fails for a damaged file. */
export async function decodeByWasm(file: Buffer, format: 'jpeg' | 'webp'): Promise<Pixels> {
  const started = ready.get(format) ?? start(format)
  ready.set(format, started)
  await started
  const bytes = Uint8Array.from(file).buffer
  const { width, height, data } =
    format === 'jpeg' ? await jpeg.default(bytes, { preserveOrientation: true }) : await webp.default(bytes)
  return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
}

async function start(format: 'jpeg' | 'webp'): Promise<void> {
  const module = await WebAssembly.compile(Uint8Array.from(readAsset(`decode-${format}.wasm`)))
  await (format === 'jpeg' ? jpeg : webp).init({
    // Drops what the decoders would print.
    print: () => undefined,
    printErr: () => undefined,
    locateFile: (name: string) => name,
    instantiateWasm: (imports: WebAssembly.Imports, take: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(module, imports)
      take(instance)
      return instance.exports
    },
  })
}
