import type { Note } from '../../core/model/note.ts'
import { openFullScreen } from '../../io/terminal/full-screen.ts'
import type { Process } from '../process.ts'
import { type PickerState, pressed, screenOf, startOf } from './picker-state.ts'

/** A built-in picker: an input line, and the notes whose names contain the input. Draws on standard error. */
export function pickInTerminal({ stdin, stderr }: Process, notes: readonly Note[]): Promise<readonly string[]> {
  return new Promise((resolve) => {
    let state: PickerState = startOf(notes)
    const draw = (): void => screen.write(screenOf(state, screen.size()))
    const end = (paths: readonly string[]): void => {
      screen.close()
      resolve(paths)
    }
    const screen = openFullScreen(stdin, stderr as NodeJS.WriteStream, {
      input: (text) => {
        for (const key of keysOf(text)) {
          if (key === '\u001a') screen.suspend()
          state = pressed(state, key)
          if (state.end !== undefined) return end(state.end === 'left' ? [] : [state.end.path])
        }
        draw()
      },
      resize: draw,
      resume: draw,
      hangUp: () => end([]),
    })
    draw()
  })
}

/** Splits terminal input into keys: an escape sequence is one key, all else single characters. */
function keysOf(text: string): readonly string[] {
  return text.match(/\u001b\[[0-9;<>?]*[ -/]*[@-~]|\u001bO.|\u001b|[^\u001b]/gu) ?? []
}
