import { readFileSync } from '../io/files/file-system.ts'
import { join } from 'node:path'
import { Script } from 'node:vm'
import type { run as runProgram } from './run.ts'
import { codePlace, keepCode, readCode } from './kept-code.ts'

/** The loader of main.cjs, for the modules of Node. */
declare const require: (name: string) => unknown

type Module = { exports: unknown }
type Bodies = Readonly<Record<number, (module: Module, exports: unknown) => void>>
type Pack = { readonly script: Script; readonly bodies: Bodies }

/**
 * Runs the bundled program. Its modules are in packs, scripts that are read when a command needs them. Compiling them takes longer than
 * running them, so their compiled code is kept in the cache folder, one file for each command.
 */
export async function run(process: NodeJS.Process): Promise<number> {
  const kept = codePlace(process)
  const code = kept === undefined ? undefined : readCode(kept)
  const packs = new Map<string, Pack>()
  const program = loaderOf(packs, code ?? new Map())('#core/0') as { readonly run: typeof runProgram }
  const exit = await program.run(process)
  const useless = [...packs].some(
    ([name, { script }]) => code?.has(name) !== true || script.cachedDataRejected === true,
  )
  if (kept !== undefined && useless && exit !== 2) keepCode(kept, scriptsOf(packs))
  return exit
}

function scriptsOf(packs: ReadonlyMap<string, Pack>): ReadonlyMap<string, Script> {
  return new Map([...packs].map(([name, { script }]) => [name, script]))
}

/** A `require` for modules: `#pack/number` names one of the program, anything else one of Node. */
function loaderOf(packs: Map<string, Pack>, code: ReadonlyMap<string, Buffer>): (name: string) => unknown {
  const modules = new Map<string, Module>()
  const load = (name: string): unknown => {
    if (!name.startsWith('#')) return require(name)
    const known = modules.get(name)
    if (known !== undefined) return known.exports
    const slash = name.indexOf('/')
    const pack = packOf(name.slice(1, slash))
    const module: Module = { exports: {} }
    modules.set(name, module)
    pack.bodies[Number(name.slice(slash + 1))]?.(module, module.exports)
    // The bundler exports getters, which take a tenth of the time of the first index; they are replaced by values, since no module changes
    // its exports.
    return (module.exports = { __esModule: true, ...(module.exports as object) })
  }
  const packOf = (name: string): Pack => {
    const known = packs.get(name)
    if (known !== undefined) return known
    const filename = join(import.meta.dirname, `${name}.pack.js`)
    const cachedData = code.get(name)
    const script = new Script(readFileSync(filename, 'latin1'), { filename, ...(cachedData && { cachedData }) })
    const pack = { script, bodies: script.runInThisContext()(load, import.meta.dirname, filename) as Bodies }
    packs.set(name, pack)
    return pack
  }
  return load
}
