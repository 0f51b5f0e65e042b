import fs from 'node:fs'

// Whether the disk has what it was told matters only where the power fails; waiting for that is half of the time of many tests.
fs.fsyncSync = () => undefined
