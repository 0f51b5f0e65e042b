import { spectrumLines } from '../../view/html/pages/spectrum-lines.ts'
import { make, one } from './dom.ts'
import { siteData, siteUrl } from './site-data.ts'

/** Names the note of the line under the pointer; a click opens it. */
export function spectrumNames(): void {
  const spectrum = one('.spectrum')
  if (spectrum === undefined) return
  let find:
    ((x: number) => { readonly title: string; readonly address: string; readonly at: number } | undefined) | undefined
  const label = make('span', { class: 'name', hidden: '' })
  spectrum.append(label)
  spectrum.addEventListener(
    'pointerenter',
    () => {
      siteData().then(
        ({ n, o }) => {
          const notes = n.map((note) => ({ backlinks: note[3] }))
          const order = o.map((note) => ({ note, ...(n[note]?.[2][0] === undefined ? {} : { topic: n[note][2][0] }) }))
          const lines = spectrumLines({ notes, spectrum: order })
          const width = (lines.at(-1)?.place ?? 0) + 1
          find = (x) => {
            const place = Math.floor(x * width)
            const line = lines.find((one) => one.place === place)
            const best = line?.notes.reduce((a, b) => ((n[b]?.[3] ?? 0) > (n[a]?.[3] ?? 0) ? b : a))
            const note = best === undefined ? undefined : n[best]
            return note && { title: note[0], address: note[1], at: (place + 0.5) / width }
          }
        },
        () => undefined,
      )
    },
    { once: true },
  )
  const under = (event: PointerEvent | MouseEvent): ReturnType<NonNullable<typeof find>> => {
    const box = spectrum.getBoundingClientRect()
    return find?.((event.clientX - box.left) / box.width)
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
