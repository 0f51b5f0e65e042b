// Which mutants the compiler refuses: nobody can plant those, so no test has to notice them (Stryker's checker for TypeScript counts alike).
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

/** Those of some mutants that the compiler lets pass. One of each file is looked at at a time, all of these together. */
export function thatCompile(mutants) {
  const texts = new Map(mutants.map(({ file }) => [file, readFileSync(file, 'utf8')]))
  const compiler = compilerOf([...texts.keys()])
  const left = [...texts.keys()].map((file) => mutants.filter((mutant) => mutant.file === file))
  const passing = new Set()
  while (left.some((some) => some.length > 0)) {
    const round = left.flatMap((some) => some.shift() ?? [])
    for (const mutant of round) compiler.write(mutant.file, mutated(texts.get(mutant.file), mutant))
    for (const mutant of round) if (compiler.accepts(mutant.file)) passing.add(mutant)
    for (const { file } of round) compiler.write(file, texts.get(file))
  }
  return mutants.filter((mutant) => passing.has(mutant))
}

/** The text of a file with one mutant instead of what it replaces. */
function mutated(text, { start, end, now }) {
  return `${text.slice(0, start)}(${now})${text.slice(end)}`
}

/** The project as a compiler has it that looks again only at what was written since. */
function compilerOf(files) {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['src/core'] }, ts.sys, process.cwd())
  const written = new Map()
  const names = files.map((file) => resolve(file))
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => names,
    getScriptVersion: (name) => String(written.get(name)?.version ?? 0),
    getScriptSnapshot: (name) => {
      const text = written.get(name)?.text ?? ts.sys.readFile(name)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  })
  return {
    write: (file, text) => {
      const name = resolve(file)
      written.set(name, { text, version: (written.get(name)?.version ?? 0) + 1 })
    },
    accepts: (file) => service.getSemanticDiagnostics(resolve(file)).length === 0,
  }
}
