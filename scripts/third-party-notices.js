// The licences of the packages that are bundled into the program, as the text that ships beside it (dist/THIRD-PARTY-NOTICES.txt).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folders of packages, of the files that a bundle was made of, and of fonts. */
export function packagesOf(inputs) {
  const folders = inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [])
  return [...new Set([...folders, ...fonts()])].sort()
}

/** The fonts of published pages, which are copied as they are. */
function fonts() {
  return ['node_modules/@fontsource', 'node_modules/@fontsource-variable']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
}

/** Name, version, licence and its text for each package; fails where a package names none. */
export function thirdPartyNotices(folders) {
  const notices = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    if (license === undefined && file === undefined) throw new Error(`${folder} names no licence`)
    const notice = readdirSync(folder).find((entry) => /^notice/i.test(entry))
    const texts = [file, notice].filter((entry) => entry !== undefined && existsSync(join(folder, entry)))
    const text = texts.map((entry) => readFileSync(join(folder, entry), 'utf8').trim()).join('\n\n')
    return `${name} ${version} (${license ?? 'see below'})\n\n${text === '' ? `Its package holds no text of the licence ${license}.` : text}\n`
  })
  const rule = `\n${'-'.repeat(78)}\n\n`
  return `wend is made with these packages, which are part of its files.\n${rule}${notices.join(rule)}`
}
