import { neutralise } from '../../../view/neutralise.ts'

/** Text of a note as it may stand in a row: control characters made visible, line breaks and tabs as spaces. */
export function oneLine(text: string): string {
  return neutralise(text).replace(/[\n\t]+/g, ' ')
}
