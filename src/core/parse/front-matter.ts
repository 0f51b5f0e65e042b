import type { PropertyLink } from '../model/link.ts'
import type { Metadata, ParseProblem } from '../model/note.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'
import { LineReader } from './blocks/line-reader.ts'
import { IntegerList } from './integer-list.ts'
import { LineIndex } from './line-index.ts'
import { readPropertyLinks } from './links/property.ts'
import { readFullYaml } from './front-matter/full-yaml.ts'
import { readSimpleYaml } from './front-matter/simple-yaml.ts'
import { readJson } from './front-matter/json.ts'
import { readToml } from './front-matter/toml.ts'
import { splitFrontMatter } from './front-matter/split.ts'
import type { FrontMatterRange } from './front-matter/split.ts'
import { refused, type YamlProblem, type YamlRead } from './front-matter/yaml-value.ts'

/** What stands before the body of a note. */
export interface FrontMatter {
  /** Empty when there is none or it is invalid. */
  readonly metadata: Metadata
  /** The same, with numbers and words such as `true` as they are written: what names are read from. */
  readonly texts: Metadata
  /** Where the body starts; 0 without front matter. */
  readonly bodyStart: number
  readonly links: readonly PropertyLink[]
  readonly problems: readonly ParseProblem[]
}

/** Reads the front matter of a note: YAML, TOML, or, in vaults of Hugo, JSON; nothing a note holds is ever run. Never throws. */
export function readFrontMatter(text: string, dialects?: VaultDialects): FrontMatter {
  const range = splitFrontMatter(text, dialects)
  if (range === undefined) return { metadata: {}, texts: {}, bodyStart: 0, links: [], problems: [] }
  const read = readYaml(text, range)
  const empty = read.strings.length + read.problems.length === 0
  const lines = new LineIndex(empty ? new IntegerList() : lineStarts(text, range.bodyStart))
  return {
    metadata: read.metadata,
    texts: Object.keys(read.texts).length === 0 ? read.metadata : { ...read.metadata, ...read.texts },
    bodyStart: range.bodyStart,
    links: read.strings.flatMap((string) => readPropertyLinks(text, string, lines)),
    problems: read.problems.map((problem) => parseProblem(problem, lines)),
  }
}

function readYaml(text: string, range: FrontMatterRange): YamlRead {
  if (text.startsWith('{')) return readJson(text.slice(range.start, range.end))
  if (text.startsWith('+++')) return readToml(text.slice(range.start, range.end), range.start)
  if (!/^(?:ya?ml)?$/i.test(range.language)) {
    const reason = `front matter in ${range.language} is not read; only YAML and TOML are`
    const start = text.indexOf(range.language, 3)
    return refused(reason, start, start + range.language.length)
  }
  const yaml = text.slice(range.start, range.end)
  return readSimpleYaml(yaml, range.start) ?? readFullYaml(yaml, range.start, text.slice(0, range.bodyStart))
}

function parseProblem(problem: YamlProblem, lines: LineIndex): ParseProblem {
  const { reason, start, end } = problem
  return { code: 'bad-frontmatter', reason, span: { start, end }, ...lines.position(start) }
}

function lineStarts(text: string, end: number): IntegerList {
  const line = new LineReader(text)
  while (line.advance() && line.start < end);
  return line.starts
}
