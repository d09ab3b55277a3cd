// npm run docs: writes the tables of settings in docs/operations.md and the page of who may what anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { installIfMissing } from './lib/project.mjs'

installIfMissing()
const { register } = await import('tsx/esm/api')
register()
const { withSettings } = await import('./docs/settings-docs.ts')
const file = new URL('../docs/operations.md', import.meta.url)
writeFileSync(file, withSettings(readFileSync(file, 'utf8')))
const { ROOMS, DOORS } = await import('./docs/access-doors.ts')
const { accessPage } = await import('./docs/access-docs.ts')
writeFileSync(new URL('../docs/access.md', import.meta.url), accessPage({ rooms: ROOMS, doors: DOORS }))
