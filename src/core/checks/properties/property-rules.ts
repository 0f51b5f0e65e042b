import { perVault, type Rule } from '../rule.ts'

/** A key that the schema of a note's folder or type requires. */
export const missingProperty: Rule = {
  severity: 'warning',
  summary: 'Front matter without a key that .wend/schema.yml requires',
  find: perVault(({ properties }) =>
    properties.filter(({ code }) => code === 'missing-property').map(({ finding }) => finding),
  ),
}

/** A key whose value violates the schema of the note's folder or type. */
export const badProperty: Rule = {
  severity: 'warning',
  summary: 'A front matter key whose value is not as .wend/schema.yml wants it',
  find: perVault(({ properties }) =>
    properties.filter(({ code }) => code === 'bad-property').map(({ finding }) => finding),
  ),
}
