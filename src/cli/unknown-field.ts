import type { Failure } from '../core/model/failure.ts'
import type { Report } from '../core/model/report.ts'
import { nearestNames } from '../core/query/names/nearest-names.ts'
import { reportRows } from '../view/report-data.ts'
import { unknownFields } from '../view/formats/template.ts'

/** Fields that are missing in rows without a value. */
const optionalFields = [
  ...['summary', 'anchor', 'text', 'resolved', 'line', 'target', 'title', 'context', 'absPath'],
  ...['created', 'due', 'from'],
]

/** The failure for a template with a field that no row of the report has, with a similar one; undefined when there is none. */
export function unknownField(report: Report, format: string): Failure | undefined {
  const rows = reportRows(report)
  if (rows.length === 0) return undefined
  const known = [...new Set([...rows.flatMap(Object.keys), ...('path' in (rows[0] ?? {}) ? ['absPath'] : [])])]
  const name = unknownFields(format, [...known, ...optionalFields])[0]
  if (name === undefined) return undefined
  const near = nearestNames(name, known)[0]
  const meant = near === undefined ? '' : `did you mean {{${near}}}? `
  return { kind: 'usage', message: `no field "${name}" to fill in`, hint: `${meant}fields: ${known.join(', ')}` }
}
