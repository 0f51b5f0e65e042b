import type { Config, Severity } from '../model/config.ts'
import { isProblemCode, type ProblemCode, problemCodes } from '../model/problem-code.ts'
import { rules } from './rules.ts'

/** The severity of a rule's findings, and whether the configuration or command line set it. */
export interface ChosenRule {
  readonly severity: Severity
  readonly byUser: boolean
}

/** Which rules to run. */
export type ChosenRules = ReadonlyMap<ProblemCode, ChosenRule>

/** The choice of rules on a command line. */
export interface RuleChoice {
  /** Run only these, even those that are off by default; empty for the default rules. */
  readonly only: readonly ProblemCode[]
  readonly skip: readonly ProblemCode[]
  /** Links that hold by title, alias or slug alone are errors (links.md section 2). */
  readonly strict: boolean
  /** Whether external URLs were asked. */
  readonly external: boolean
}

const strictErrors: readonly ProblemCode[] = ['resolved-by-title', 'resolved-by-alias', 'resolved-by-slug']

/** Combines the rules' own severities, the configuration and the command line; the later wins. */
export function chooseRules(config: Pick<Config, 'rules'>, choice: RuleChoice): ChosenRules {
  const chosen = new Map<ProblemCode, ChosenRule>()
  for (const code of problemCodes) {
    const severity = severityOf(code, config, choice)
    const byUser = severity !== rules[code].severity || config.rules[code] !== undefined
    if (severity !== 'off') chosen.set(code, { severity, byUser })
  }
  return chosen
}

function severityOf(code: ProblemCode, config: Pick<Config, 'rules'>, choice: RuleChoice): Severity | 'off' {
  const rule = rules[code]
  const configured = config.rules[code]
  if (choice.skip.includes(code)) return 'off'
  if (code === 'broken-url' && !choice.external) return 'off'
  if (choice.only.length > 0 && !choice.only.includes(code)) return 'off'
  if (choice.strict && strictErrors.includes(code)) return 'error'
  if (choice.only.includes(code)) return configured === undefined || configured === 'off' ? rule.severity : configured
  return configured ?? (rule.optional === true ? 'off' : rule.severity)
}

/** The keys of `check.rules` in a configuration that are no problem codes. */
export function unknownRules(config: Pick<Config, 'rules'>): readonly string[] {
  return Object.keys(config.rules).filter((code) => !isProblemCode(code))
}
