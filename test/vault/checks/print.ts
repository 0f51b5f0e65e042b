import { checks, longChecks } from './checks.ts'

/** Prints what each note must hold: as JSON (with `--all` also what takes longer), or for the notes named, line by line. */
const asked = process.argv.slice(2)
const all = { ...checks, ...longChecks }
if (asked.length === 0 || asked[0] === '--all')
  process.stdout.write(
    JSON.stringify(
      Object.fromEntries(Object.entries(asked.length === 0 ? checks : all).map(([slug, compute]) => [slug, compute()])),
    ),
  )
else for (const slug of asked) process.stdout.write(`${slug}\n${(all[slug]?.() ?? ['no check']).join('\n')}\n\n`)
