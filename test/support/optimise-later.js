import process from 'node:process'
import { setFlagsFromString } from 'node:v8'

// Node 20 has no compiler between the interpreter and the optimising one, which took a sixth of the time of all tests for code that a test
// runs for a moment: a function has to run ten times longer before it is optimised. The tests of the built program are not concerned.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=600000')
