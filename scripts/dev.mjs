// One port for everything, with hot reload: Vite answers for pages and modules, the rest is the real server.
import { installIfMissing, root } from './lib/project.mjs'

installIfMissing()
process.env.TANGGAP_ROOT ??= root
const { register } = await import('tsx/esm/api')
register()
await import('./dev.ts')
