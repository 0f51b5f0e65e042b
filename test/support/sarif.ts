import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What of a SARIF log is read in tests. */
export interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly SarifResult[]
  }[]
}

/** One result of a log. */
export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly message: { readonly text: string }
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region: {
        readonly startLine: number
        readonly startColumn: number
        readonly endLine?: number
        readonly endColumn?: number
      }
    }
  }[]
}

/** The schema of OASIS is of draft 4; what it uses means the same in draft 7. */
const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'schemas/sarif-2.1.0.json'), 'utf8')) as Record<
  string,
  unknown
>
delete schema['$schema']
delete schema['id']
const ajv = new Ajv({ strict: false, unicodeRegExp: false })
// RFC 3986: what may stand in an address as it is, and percent signs before two digits.
const uriReference = /^(?:[\w\-.~:/?[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*(?:#.*)?$/
ajv.addFormat('uri', /^[a-z][a-z0-9+.-]*:[^\s]*$/)
ajv.addFormat('uri-reference', uriReference)
ajv.addFormat('date-time', true)
const validate = ajv.compile(schema)

/** What is wrong with a SARIF log, by the schema of the standard. */
export function sarifErrors(log: unknown): readonly unknown[] {
  return validate(log) ? [] : (validate.errors ?? [])
}
