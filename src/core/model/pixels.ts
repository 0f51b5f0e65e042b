/** A picture decoded: rows from the top, four bytes a pixel: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}
