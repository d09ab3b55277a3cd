// Makes a new set-up link for an installation that waits for its first administrator, also while its server runs.
import { buildIfStale, installIfMissing, root } from './lib/project.mjs'

installIfMissing()
buildIfStale()
process.env.TANGGAP_ROOT ??= root
await import('../dist/server/setup-link.js')
