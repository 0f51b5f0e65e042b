import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { dialects } from '../../src/core/parse/links/dialects.ts'

const docs = new URL('../../docs/', import.meta.url)

test('the JSON contract names every kind of link', () => {
  const schemas = readdirSync(new URL('schema/', docs)).map((file) =>
    readFileSync(new URL(`schema/${file}`, docs), 'utf8'),
  )
  const named = schemas.filter((schema) => schema.includes('"reference"'))
  expect(named.length).toBeGreaterThan(0)
  for (const kind of Object.keys(dialects)) {
    expect(readFileSync(new URL('json.md', docs), 'utf8')).toContain(`\`${kind}\``)
    for (const schema of named) expect(schema).toContain(`"${kind}"`)
  }
})
