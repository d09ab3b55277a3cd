// npm run score
import { command } from './lib/command.mjs'

await command(new URL('./score/main.ts', import.meta.url))
