import { type Html, html } from '../html.ts'

/** Height of a line of the list beside the fan, in pixels. */
const line = 26
const width = 26

/** Bent lines from one point to each of some lines of a list. */
export function fan(count: number): Html {
  const middle = (count * line) / 2
  const path = Array.from({ length: count }, (_, order) => {
    const y = order * line + line / 2
    return `M0 ${middle}C${width * 0.7} ${middle} ${width * 0.2} ${y} ${width} ${y}`
  }).join('')
  return html`<svg width="${width}" height="${count * line}" aria-hidden="true"><path d="${path}" /></svg>`
}
