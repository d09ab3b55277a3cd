// npm run skm-stat
import { command } from './lib/command.mjs'

await command(new URL('./skm-stat/main.ts', import.meta.url))
