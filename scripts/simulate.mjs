// npm run simulate: plays an office day in fast motion against a running server.
import { installIfMissing } from './lib/project.mjs'

installIfMissing()
const { register } = await import('tsx/esm/api')
register()
await import('./simulate.ts')
