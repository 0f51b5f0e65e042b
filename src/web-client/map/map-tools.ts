import { one } from '../page/dom.ts'
import type { NoteMap } from './note-map.ts'

/** Makes the field and the button above the map work. */
export function mapTools(map: NoteMap): void {
  const field = one<HTMLInputElement>('#w\\:light')
  field?.addEventListener('input', () => map.light(field.value))
  one('[data-reset]')?.addEventListener('click', () => {
    if (field !== undefined) field.value = ''
    map.reset()
  })
}
