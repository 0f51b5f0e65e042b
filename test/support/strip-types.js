import { transformSync } from 'esbuild'

/** A jest transform that only strips types; `npm run types` checks them. */
export default {
  process(source, path, { instrument }) {
    const { code, map } = transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node20',
      // Coverage reads the map in the code; else it would only make each module longer.
      sourcemap: instrument ? 'both' : 'external',
      sourcefile: path,
    })
    return { code, map }
  },
}
