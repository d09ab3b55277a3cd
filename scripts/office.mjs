// npm run office
import { command } from './lib/command.mjs'

await command(new URL('./office.ts', import.meta.url))
