import { all, isWide, one } from './dom.ts'

/** Pixels between two notes in the margin. */
const gap = 14

/** Puts footnotes level with their marks where there is room beside the text; elsewhere a mark unfolds its note. */
export function marginNotes(): void {
  const notes = all('.text > aside.fn')
  if (notes.length === 0) return
  place(notes)
  addEventListener('resize', () => place(notes))
  void document.fonts.ready.then(() => place(notes))
  for (const mark of all<HTMLAnchorElement>('sup.fn a'))
    mark.addEventListener('click', (event) => {
      const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)))
      if (isWide() || note === null) return
      event.preventDefault()
      mark.setAttribute('aria-expanded', String(note.classList.toggle('open')))
    })
}

function place(notes: readonly HTMLElement[]): void {
  for (const note of notes) note.style.marginBlockStart = ''
  if (!isWide()) return
  let bottom = Number.NEGATIVE_INFINITY
  for (const note of notes) {
    const mark = note.id === '' ? undefined : one(`sup.fn a[href="#${CSS.escape(note.id)}"]`)
    const natural = note.getBoundingClientRect()
    const level = mark === undefined ? natural.top : mark.getBoundingClientRect().top - 4
    const top = Math.max(level, bottom + gap)
    note.style.marginBlockStart = `${Math.round(top - natural.top)}px`
    bottom = top + natural.height
  }
}
