// npm run bench: installs what is missing, builds what is stale, then measures.
import { buildIfStale, installIfMissing } from './lib/project.mjs'

installIfMissing()
buildIfStale()
const { register } = await import('tsx/esm/api')
register()
await import('../bench/main.ts')
