import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { dialects } from '../../src/core/parse/links/dialects.ts'

const docs = new URL('../../docs/', import.meta.url)

const read = (file: string): string => readFileSync(new URL(file, docs), 'utf8')

test('the JSON contract names every kind of link', () => {
  const schemas = readdirSync(new URL('schema/', docs)).filter((file) => read(`schema/${file}`).includes('"reference"'))
  expect(schemas).not.toEqual([])
  const kinds = Object.keys(dialects)
  expect(kinds.filter((kind) => !read('json.md').includes(`\`${kind}\``))).toEqual([])
  const missing = (file: string): readonly string[] =>
    kinds.filter((kind) => !read(`schema/${file}`).includes(`"${kind}"`))
  expect(schemas.map((file) => [file, missing(file)])).toEqual(schemas.map((file) => [file, []]))
})
