// fast-check, drawing what WEND_SEED says: the same cases each time for one number. Without it each run draws others.
import fc from '../../node_modules/fast-check/lib/fast-check.js'

const seed = process.env['WEND_SEED']
if (seed !== undefined && seed !== '') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })

export * from '../../node_modules/fast-check/lib/fast-check.js'
export default fc
