import type { VaultDialects } from '../../model/tool-dialect.ts'
import type { FoundDefinition } from '../blocks/findings.ts'
import type { Found } from '../found.ts'
import type { LineIndex } from '../line-index.ts'
import type { Definitions } from './piece.ts'

/** What the second pass knows of the whole note, and where it puts what it finds. */
export interface InlineContext {
  readonly text: string
  readonly lines: LineIndex
  readonly definitions: Definitions
  readonly dialects: VaultDialects | undefined
  /** How often each definition has been used. */
  readonly uses: Map<FoundDefinition, number>
  readonly found: Found
}
