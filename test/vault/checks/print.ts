import { checks } from './checks.ts'

/** Prints, as JSON, what each note must hold; with names of notes as arguments, only theirs, line by line. */
const asked = process.argv.slice(2)
if (asked.length === 0)
  process.stdout.write(
    JSON.stringify(Object.fromEntries(Object.entries(checks).map(([slug, compute]) => [slug, compute()]))),
  )
else for (const slug of asked) process.stdout.write(`${slug}\n${(checks[slug]?.() ?? ['no check']).join('\n')}\n\n`)
