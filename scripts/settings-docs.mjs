// npm run docs: writes the tables of settings in docs/operations.md anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { installIfMissing } from './lib/project.mjs'

installIfMissing()
const { register } = await import('tsx/esm/api')
register()
const { withSettings } = await import('./settings-docs.ts')
const file = new URL('../docs/operations.md', import.meta.url)
writeFileSync(file, withSettings(readFileSync(file, 'utf8')))
