#!/usr/bin/env node
const { start } = require('../dist/main.cjs')

void start()
