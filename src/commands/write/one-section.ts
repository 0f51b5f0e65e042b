import { fail } from '../../core/model/failure.ts'
import { foldName } from '../../core/vault/fold.ts'

/** The section to write to: that of NOTE#Heading, or of `--section`. Fails when both are given and differ. */
export function oneSection(query: string, anchor: string | undefined, said: string | undefined): string | undefined {
  if (anchor !== undefined && said !== undefined && foldName(anchor) !== foldName(said))
    fail({
      kind: 'usage',
      message: `"${query}" and --section "${said}" name two sections`,
      hint: 'name one of them: NOTE --section HEADING, or NOTE#HEADING',
    })
  return said ?? anchor
}
