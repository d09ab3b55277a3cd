// npm run score
import { command } from './lib/command.mjs'

await command(new URL('./score.ts', import.meta.url))
