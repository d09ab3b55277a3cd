// Takes the README's pictures of the screens from a trial server of its own: `node scripts/pictures.mjs`.
import { buildIfStale, installIfMissing } from './lib/project.mjs'

installIfMissing()
buildIfStale()
const { register } = await import('tsx/esm/api')
register()
await import('./pictures.ts')
