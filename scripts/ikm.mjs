// npm run ikm
import { command } from './lib/command.mjs'

await command(new URL('./ikm.ts', import.meta.url))
