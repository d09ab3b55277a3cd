// npm run search
import { command } from './lib/command.mjs'

await command(new URL('./search.ts', import.meta.url))
