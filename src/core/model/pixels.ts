/** A picture decoded: rows from the top, four bytes a pixel: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/** Why there is no picture to draw, as words behind its name. */
export interface Undrawn {
  readonly reason: string
}
