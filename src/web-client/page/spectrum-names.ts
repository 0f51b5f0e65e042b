import { make, one } from './dom.ts'
import { loadData, siteUrl } from './site-data.ts'

/** A line of the spectrum: its place, and the note that names it. */
type Line = readonly [place: number, title?: string, address?: string]

/** Names the note of the line under the pointer; a click opens it. */
export function spectrumNames(): void {
  const spectrum = one('.spectrum')
  if (spectrum === undefined) return
  let lines: readonly Line[] = []
  const label = make('span', { class: 'name', hidden: '' })
  spectrum.append(label)
  spectrum.addEventListener(
    'pointerenter',
    () => {
      loadData<readonly Line[]>('spectrum').then(
        (loaded) => (lines = loaded),
        () => undefined,
      )
    },
    { once: true },
  )
  const under = ({ clientX }: MouseEvent): NamedLine | undefined => {
    const box = spectrum.getBoundingClientRect()
    return lineAt(lines, (clientX - box.left) / box.width)
  }
  spectrum.addEventListener('pointermove', (event) => {
    const note = under(event)
    label.hidden = note === undefined
    spectrum.style.cursor = note === undefined ? '' : 'pointer'
    if (note === undefined) return
    label.textContent = note.title
    const half = label.offsetWidth / 2
    const width = spectrum.clientWidth
    label.style.left = `${Math.max(half, Math.min(width - half, note.at * width))}px`
  })
  spectrum.addEventListener('pointerleave', () => (label.hidden = true))
  spectrum.addEventListener('click', (event) => {
    const note = under(event)
    if (note !== undefined) location.href = siteUrl(note.address.split('/').map(encodeURIComponent).join('/'))
  })
}

/** A line with its note; `at` is its middle as a share of the width of the spectrum. */
interface NamedLine {
  readonly title: string
  readonly address: string
  readonly at: number
}

/** The line at a share of the width, if a note names it. */
function lineAt(lines: readonly Line[], share: number): NamedLine | undefined {
  const width = (lines.at(-1)?.[0] ?? 0) + 1
  const at = Math.floor(share * width)
  const [place, title, address] = lines.find((line) => line[0] === at) ?? []
  return place === undefined || title === undefined || address === undefined
    ? undefined
    : { title, address, at: (place + 0.5) / width }
}
