// Installs what is missing, builds what is stale, then starts the server in this very process.
import { buildIfStale, installIfMissing, root } from './lib/project.mjs'

installIfMissing()
buildIfStale()
process.env.TANGGAP_ROOT ??= root
process.env.DEMO_MORNING ??= 'true'
process.env.DEMO_PAST ??= 'true'
await import('../dist/server/main.js')
