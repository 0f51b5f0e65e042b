import { join } from 'node:path'
import { transformSync } from 'esbuild'

/**
 * What the language itself names and no test puts something else in the place of. In the sandbox of Jest each use of a
 * global name is a slow call, so a module of the program takes these once. Tests do not: what they hand to a browser is
 * text; nor does what is measured for coverage, which would count the taking.
 */
export const steadyGlobals = (
  'Array ArrayBuffer BigInt Boolean Buffer DataView Error Float64Array Infinity Int32Array Intl JSON Map Math Number ' +
  'Object Promise RangeError Reflect RegExp Set String Symbol TypeError Uint16Array Uint32Array Uint8Array WeakMap WeakSet ' +
  'isFinite isNaN parseInt'
).split(' ')
const names = Object.fromEntries(steadyGlobals.map((name) => [name, `steady$${name}`]))

/** A jest transform that only strips types; `npm run types` checks them. */
export default {
  process(source, path, { instrument, config: { rootDir } }) {
    const { code, map } = transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node20',
      define: !instrument && path.startsWith(join(rootDir, 'src')) ? names : {},
      sourcemap: 'external',
      sourcefile: path,
    })
    const used = steadyGlobals.filter((name) => code.includes(names[name]))
    const taken = used.map((name) => `${names[name]}=globalThis.${name}`)
    // On the first line, so that the others keep their numbers.
    // What counts coverage takes a map that is read already; with its text the lines would be those of the code without types.
    return {
      code: taken.length === 0 ? code : `const ${taken.join()};${code}`,
      map: instrument ? JSON.parse(map) : map,
    }
  },
}
