// Installs what is missing, builds what is stale, then starts the server in this very process.
import { buildIfStale, installIfMissing, root } from './lib/project.mjs'

installIfMissing()
buildIfStale()
process.env.TANGGAP_ROOT ??= root
await import('../dist/server/main.js')
