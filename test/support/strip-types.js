import { join } from 'node:path'
import { transformSync } from 'esbuild'

/**
 * What the language and Node give every module. Modules in jest look each up in a sandbox at every use, which takes a twelfth of the time
 * of tests; as a constant of the module it is looked up once. Clocks and timers, which tests replace, are none of them.
 */
const globals = [
  ...[
    'Array',
    'BigInt',
    'Boolean',
    'Buffer',
    'Error',
    'Infinity',
    'Intl',
    'JSON',
    'Map',
    'Math',
    'NaN',
    'Number',
    'Object',
  ],
  ...[
    'Promise',
    'RangeError',
    'Reflect',
    'RegExp',
    'Set',
    'String',
    'Symbol',
    'TextDecoder',
    'TextEncoder',
    'TypeError',
  ],
  ...[
    'ArrayBuffer',
    'DataView',
    'Float32Array',
    'Float64Array',
    'Int32Array',
    'Uint8Array',
    'Uint16Array',
    'Uint32Array',
  ],
  ...['WeakMap', 'WeakSet', 'isNaN', 'parseFloat', 'parseInt'],
]
const define = Object.fromEntries(globals.map((name) => [name, `global$${name}`]))

/**
 * A jest transform that only strips types, and looks up the globals of a module of the program once; `npm run types` checks the types. In
 * tests they stay as they are, since some functions of tests run in a browser.
 */
export default {
  process(source, path, { config, instrument }) {
    const { code, map } = transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node20',
      // Coverage reads the map in the code; else it would only make each module longer.
      sourcemap: instrument ? 'both' : 'external',
      sourcefile: path,
      define: path.startsWith(join(config.rootDir, 'src')) ? define : {},
    })
    const used = globals.filter((name) => code.includes(`global$${name}`))
    const constants = used.map((name) => `global$${name} = globalThis.${name}`).join(', ')
    return { code: used.length === 0 ? code : `const ${constants}; ${code}`, map }
  },
}
