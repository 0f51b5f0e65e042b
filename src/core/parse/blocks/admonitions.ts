import type { ToolSyntax, VaultDialects } from '../../model/tool-dialect.ts'
import { COLON } from '../character.ts'
import { type AdmonitionMark, admonitionMark, containerMark } from './admonition-mark.ts'
import type { Containers } from './containers.ts'
import type { Findings } from './findings.ts'
import type { LineReader } from './line-reader.ts'
import type { OpenLeaf } from './open-leaf.ts'

/** What a scanner reads blocks with. */
interface Scanning {
  readonly line: LineReader
  readonly containers: Containers
  readonly leaf: OpenLeaf
  readonly findings: Findings
}

/** The admonitions of the tools of a vault. */
export interface Admonitions {
  /** Starts the one that the line opens, whose content begins with the character `code`; false where it opens none. */
  readonly start: (code: number) => boolean
}

/** Those of some tools, for a scanner. */
export function admonitionsOf(scanning: Scanning, dialects: VaultDialects): Admonitions {
  return new KnownAdmonitions(scanning, dialects)
}

/** Whose admonitions stand between lines of colons. */
const betweenColons: ReadonlySet<ToolSyntax> = new Set(['docusaurus', 'vuepress'])

/**
 * One takes its line, of which the title is text. Below `!!! note "Title"`, what is indented by four
 * blanks are blocks of its own; below `:::note Title`, all up to a line of as many colons or more.
 */
class KnownAdmonitions implements Admonitions {
  private readonly scanning: Scanning
  private readonly areIndented: boolean
  private readonly areBetweenColons: boolean

  constructor(scanning: Scanning, { admonitions, syntax }: VaultDialects) {
    this.scanning = scanning
    this.areIndented = admonitions
    this.areBetweenColons = syntax.some((one) => betweenColons.has(one))
  }

  start(code: number): boolean {
    if (code === COLON) return this.areBetweenColons && this.startBetweenColons()
    return this.areIndented && this.startIndented()
  }

  private startIndented(): boolean {
    const { line, containers } = this.scanning
    const found = admonitionMark(line.text, line.nonspace, line.end)
    if (found === undefined) return false
    this.open(found)
    containers.openItem(4)
    containers.fill()
    return true
  }

  private startBetweenColons(): boolean {
    const { line, containers } = this.scanning
    const marks = line.colons
    if (marks < 3 || !containers.mayOpenColons) return false
    const found = containerMark(line.text, line.nonspace, line.end, marks)
    if (found === undefined) return false
    this.open(found)
    containers.openUntilColons(marks)
    return true
  }

  private open({ title, ...mark }: AdmonitionMark): void {
    const { leaf, findings } = this.scanning
    leaf.begin()
    const words = title && leaf.writer.leaf('cell', title.start, title.end)
    findings.openAdmonition(words === undefined ? mark : { ...mark, title: words })
  }
}
